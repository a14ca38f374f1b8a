package org.qualityzones.gateway;

import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.stream.Collectors;

/** The text of {@code docs/errors.md}. */
final class ErrorsPage {

    private static final String HEAD = """
            # Errors

            Generated from the sources by `ProblemListTest` of the gateway, which fails when this page is out of date.

            Every error of every service and of the gateway is an RFC 9457 problem (`application/problem+json`): `type`
            is `<public address>/problems/<slug>`, `title` says what kind it is, `detail` what happened this time,
            `instance` the path, `requestId` finds it in the logs. `errors[]` names each fault of a request by
            `pointer` (body) or `parameter`, with a `code` that never changes. `Accept-Language: zh` answers titles,
            and details where there is a translation, in Chinese. Types may be added; a client that does not know one
            goes by the status.

            A problem of `web` may come from any service.

            | Slug | Status | Title | 中文 | Answered by |
            |---|---|---|---|---|
            """;

    private ErrorsPage() {}

    static String of(Collection<JsonObject> problems) {
        return problems.stream().map(ErrorsPage::line).collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String line(JsonObject problem) {
        return "| `%s` | %d | %s | %s | %s |"
                .formatted(
                        problem.getString("slug"),
                        problem.getInteger("status"),
                        problem.getString("title"),
                        problem.getString("titleZh", ""),
                        problem.getJsonArray("answeredBy").stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
    }
}
