package org.qualityzones.gateway.pages.problems;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qualityzones.gateway.Language;
import org.qualityzones.gateway.pages.Resources;

/**
 * Every problem type of the suite. {@code pages/problems.json} is generated from the enums that implement
 * {@code ProblemType}, {@code pages/problem-notes.json} is written by hand where a title does not say enough.
 */
@Singleton
class ProblemCatalogue {

    private final Map<String, Entry> entries = new TreeMap<>();

    ProblemCatalogue() {
        JsonObject notes = new JsonObject(Resources.text("pages/problem-notes.json"));
        for (Object item : new JsonArray(Resources.text("pages/problems.json"))) {
            JsonObject problem = (JsonObject) item;
            String slug = problem.getString("slug");
            List<String> services = problem.getJsonArray("answeredBy").stream()
                    .map(String.class::cast)
                    .toList();
            entries.put(
                    slug,
                    new Entry(
                            slug,
                            problem.getInteger("status"),
                            problem.getString("title"),
                            Optional.ofNullable(problem.getString("titleZh")),
                            services,
                            Optional.ofNullable(notes.getJsonObject(slug))));
        }
    }

    /**
     * One problem type.
     *
     * @param answeredBy the modules that know it; {@code web} is every service
     * @param notes per language what to do
     */
    record Entry(
            String slug,
            int status,
            String english,
            Optional<String> chinese,
            List<String> answeredBy,
            Optional<JsonObject> notes) {

        String title(Language language) {
            return switch (language) {
                case EN -> english;
                case ZH -> chinese.orElse(english);
            };
        }

        Optional<String> note(Language language) {
            return notes.map(texts -> texts.getString(language.locale().getLanguage()));
        }
    }

    Optional<Entry> find(String slug) {
        return Optional.ofNullable(entries.get(slug));
    }

    Collection<Entry> all() {
        return entries.values();
    }
}
