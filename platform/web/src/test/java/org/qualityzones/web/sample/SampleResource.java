package org.qualityzones.web.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.web.Answer;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Idempotency;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.RequestIds;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;
import org.qualityzones.web.codes.HsCode;
import org.qualityzones.web.jobs.Job;
import org.qualityzones.web.jobs.Jobs;

/** Everything the conventions speak of, on one resource. */
@Path("/api/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.BUREAU, Roles.AUTHORITY, Roles.ENTERPRISE})
public class SampleResource {

    private final Samples samples;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;
    private final Workflow workflow;
    private final Caller caller;
    private final Jobs jobs;
    private final Gate gate;

    public SampleResource(
            Samples samples,
            Idempotency idempotency,
            IfMatch ifMatch,
            Workflow workflow,
            Caller caller,
            Jobs jobs,
            Gate gate) {
        this.samples = samples;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
        this.workflow = workflow;
        this.caller = caller;
        this.jobs = jobs;
        this.gate = gate;
    }

    @POST
    public Response create(@Valid SampleCommands.Create command) {
        return idempotency.run(this::authorize, () -> created(command.code()));
    }

    @POST
    @Path("/slow")
    public Response createSlowly(@Valid SampleCommands.Create command) {
        return idempotency.run(() -> {
            Answer answer = created(command.code());
            gate.pass();
            return answer;
        });
    }

    @POST
    @Path("/refused")
    public Response createAndRefuse(@Valid SampleCommands.Create command) {
        return idempotency.run(() -> {
            samples.create(command.code());
            throw Problem.of(CommonProblem.UNPROCESSABLE, "Refused after the fact")
                    .with("rule", "r1");
        });
    }

    @POST
    @Path("/broken")
    public Response createAndBreak(@Valid SampleCommands.Create command) {
        return idempotency.run(() -> {
            samples.create(command.code());
            throw new IllegalStateException("secret inner detail");
        });
    }

    @POST
    @Path("/echo")
    @Consumes(MediaType.APPLICATION_JSON)
    public SampleCommands.Create echo(@Valid SampleCommands.Create command) {
        return command;
    }

    @POST
    @Path("/primitives")
    public SampleCommands.Primitives echo(@Valid SampleCommands.Primitives command) {
        return command;
    }

    @POST
    @Path("/imports")
    @Consumes("application/x-ndjson")
    public Response importRows(InputStream body) {
        return idempotency.run(() -> {
            Job job = jobs.start("sample-import", progress -> {
                progress.row(1, "created", "a");
                progress.row(2, "unchanged", "b", List.of("NAME_SHORTENED", "CODE_UNSURE"));
                progress.refused(3, Problems.invalid("/code", "zone-code", "wrong"));
            });
            return Answer.accepted(job.location(), job);
        });
    }

    @POST
    @Path("/endless-imports")
    public Response importForEver() {
        return idempotency.run(() -> {
            Job job = jobs.start("endless", progress -> {
                for (long row = 1; !progress.isCancelled(); row++) {
                    progress.row(row, "unchanged", null);
                }
            });
            return Answer.accepted(job.location(), job);
        });
    }

    @GET
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(samples.page(page.after(), page.limit()), page, SampleView::id)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") UUID id) {
        return answer(find(id)).toResponse();
    }

    @PUT
    @Path("/{id}")
    public Response touch(@PathParam("id") UUID id) {
        ifMatch.require(find(id).version());
        return answer(samples.touch(id)).toResponse();
    }

    @POST
    @Path("/{id}/transitions")
    public Response transition(@PathParam("id") UUID id, @Valid SampleCommands.Transition command) {
        return idempotency.run(() -> {
            ifMatch.require(find(id).version());
            workflow.check("OPEN", command.action(), caller);
            return answer(samples.touch(id));
        });
    }

    @GET
    @Path("/who")
    public Map<String, Object> who() {
        return Map.of(
                "subject",
                caller.subject(),
                "client",
                caller.clientId(),
                "areas",
                caller.areas(),
                "usccs",
                caller.usccs(),
                "covers",
                caller.covers("330226"),
                "virtual",
                Thread.currentThread().isVirtual(),
                "requestId",
                RequestIds.current());
    }

    @GET
    @Path("/query")
    public Map<String, String> query(
            @QueryParam("from") LocalDate from,
            @QueryParam("at") Instant at,
            @QueryParam("kind") SampleCommands.Kind kind,
            @QueryParam("ref") UUID ref,
            @QueryParam("size") @Min(1) Integer size,
            @QueryParam("hs") @HsCode String hs,
            @BeanParam AsOf asOf) {
        return Map.of("asOf", asOf.asOf().map(Instant::toString).orElse("now"));
    }

    @GET
    @Path("/failure")
    public List<String> fail() {
        throw new IllegalStateException("secret inner detail");
    }

    @GET
    @Path("/authority")
    @RolesAllowed(Roles.AUTHORITY)
    public List<String> authorityOnly() {
        return List.of();
    }

    @GET
    @Path("/public")
    @PermitAll
    public Map<String, String> open() {
        return Map.of("subject", caller.subject());
    }

    private void authorize() {
        if (caller.is(Roles.ENTERPRISE) && caller.usccs().isEmpty()) {
            throw Problems.notYourRow("/code", "Not yours");
        }
    }

    private Answer created(String code) {
        SampleView view = samples.create(code);
        return Answer.created("/api/v1/samples/" + view.id(), view.version(), view);
    }

    private SampleView find(UUID id) {
        return samples.find(id).orElseThrow(() -> Problems.notFound("sample", id));
    }

    private static Answer answer(SampleView view) {
        return Answer.ok(view.version(), view);
    }
}
