package org.qualityzones.gateway.pages.status;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.qualityzones.gateway.Language;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.PageRequest;
import org.qualityzones.gateway.Texts;
import org.qualityzones.gateway.pages.Html;

/** {@code /status}: which functions work now, in words. */
@Singleton
class StatusPage implements Page {

    private final StatusBoard board;

    StatusPage(StatusBoard board) {
        this.board = board;
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/status");
    }

    @Override
    public Future<PageAnswer> answer(PageRequest request) {
        return board.get()
                .map(seen -> request.wantsHtml() ? html(seen, request.language()) : json(seen, request.language()));
    }

    private record Line(String function, String name, String service, boolean works, String message) {}

    private static List<Line> lines(StatusBoard.Seen seen, Language language) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "sign-in",
                Texts.of(language, "function.sign-in"),
                "identity",
                seen.signIn(),
                Texts.of(language, seen.signIn() ? "status.works" : "status.unreachable")));
        for (Function function : Function.values()) {
            Readiness state = seen.services().get(function.service());
            lines.add(new Line(
                    function.key(),
                    Texts.of(language, "function." + function.key()),
                    function.service().slug(),
                    state instanceof Readiness.Ready,
                    words(state, language)));
        }
        return lines;
    }

    private static String words(Readiness state, Language language) {
        return switch (state) {
            case Readiness.Ready() -> Texts.of(language, "status.works");
            case Readiness.Unreachable() -> Texts.of(language, "status.unreachable");
            case Readiness.NotReady(List<String> failing)
            when failing.isEmpty() -> Texts.of(language, "status.not-ready");
            case Readiness.NotReady(List<String> failing) ->
                Texts.of(language, "status.failing", String.join(", ", failing));
        };
    }

    private static String whole(List<Line> lines) {
        long working = lines.stream().filter(Line::works).count();
        return working == lines.size() ? "WORKING" : working == 0 ? "INTERRUPTED" : "PARTLY_INTERRUPTED";
    }

    private static PageAnswer json(StatusBoard.Seen seen, Language language) {
        List<Line> lines = lines(seen, language);
        JsonArray functions = new JsonArray();
        for (Line line : lines) {
            functions.add(new JsonObject()
                    .put("function", line.function())
                    .put("name", line.name())
                    .put("service", line.service())
                    .put("state", line.works() ? "WORKING" : "INTERRUPTED")
                    .put("message", line.message()));
        }
        JsonObject status = new JsonObject()
                .put("state", whole(lines))
                .put("message", Texts.of(language, "status." + whole(lines)))
                .put("checkedAt", seen.at().toString())
                .put("functions", functions);
        return new PageAnswer.Content("application/json", status.toBuffer());
    }

    private static PageAnswer html(StatusBoard.Seen seen, Language language) {
        List<Line> lines = lines(seen, language);
        Html page = new Html(language, Texts.of(language, "page.status"));
        page.element("p", Texts.of(language, "status." + whole(lines))).raw("<table>");
        for (Line line : lines) {
            page.raw("<tr>").element("th", line.name());
            page.raw("<td class=\"" + (line.works() ? "working" : "interrupted") + "\">")
                    .text(line.message())
                    .raw("</td></tr>");
        }
        return page.raw("</table>")
                .element("p", Texts.of(language, "status.checked", seen.at().toString()))
                .answer();
    }
}
