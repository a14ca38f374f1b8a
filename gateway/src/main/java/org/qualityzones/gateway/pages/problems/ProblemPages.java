package org.qualityzones.gateway.pages.problems;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.Language;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.PageRequest;
import org.qualityzones.gateway.Refusal;
import org.qualityzones.gateway.Texts;
import org.qualityzones.gateway.pages.Html;

/** {@code /problems} and {@code /problems/{slug}}: where the {@code type} of a problem leads. */
@Singleton
class ProblemPages implements Page {

    private static final String LIST = "/problems";
    private static final String EACH = LIST + "/";

    private final ProblemCatalogue catalogue;
    private final String base;

    ProblemPages(ProblemCatalogue catalogue, GatewayConfig config) {
        this.catalogue = catalogue;
        this.base = config.publicUrl() + EACH;
    }

    @Override
    public boolean owns(String path) {
        return path.equals(LIST) || path.startsWith(EACH);
    }

    @Override
    public Future<PageAnswer> answer(PageRequest request) {
        return Future.succeededFuture(request.path().length() <= EACH.length() ? list(request) : one(request));
    }

    private PageAnswer one(PageRequest request) {
        return catalogue
                .find(request.path().substring(EACH.length()))
                .map(entry -> request.wantsHtml() ? html(entry, request.language()) : json(entry, request.language()))
                .orElseGet(() -> Refusal.of(GatewayProblem.NOT_FOUND, "no-problem"));
    }

    private PageAnswer list(PageRequest request) {
        Language language = request.language();
        if (!request.wantsHtml()) {
            JsonArray items = new JsonArray();
            catalogue.all().forEach(entry -> items.add(describe(entry, language)));
            return content(new JsonObject().put("items", items).putNull("nextCursor"));
        }
        Html page = new Html(language, Texts.of(language, "page.problems")).raw("<table>");
        for (ProblemCatalogue.Entry entry : catalogue.all()) {
            page.raw("<tr><td>").text(Integer.toString(entry.status())).raw("</td><td><a href=\"" + EACH);
            page.text(entry.slug()).raw("\">").text(entry.slug()).raw("</a></td>");
            page.element("td", entry.title(language)).raw("</tr>");
        }
        return page.raw("</table>").answer();
    }

    private PageAnswer html(ProblemCatalogue.Entry entry, Language language) {
        Html page = new Html(language, entry.title(language));
        page.raw("<p><code>").text(base + entry.slug()).raw("</code></p>");
        page.element("p", Texts.of(language, "problem.status", entry.status()));
        entry.note(language).ifPresent(note -> page.element("p", note));
        return page.element("p", Texts.of(language, "problem.help")).answer();
    }

    private PageAnswer json(ProblemCatalogue.Entry entry, Language language) {
        return content(describe(entry, language));
    }

    private JsonObject describe(ProblemCatalogue.Entry entry, Language language) {
        JsonObject json = new JsonObject()
                .put("type", base + entry.slug())
                .put("title", entry.title(language))
                .put("status", entry.status());
        entry.note(language).ifPresent(note -> json.put("detail", note));
        return json;
    }

    private static PageAnswer content(JsonObject json) {
        return new PageAnswer.Content("application/json", json.toBuffer());
    }
}
