package org.qualityzones.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.Severity;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.Uscc;
import org.qualityzones.web.codes.ZoneCode;

/**
 * Which events are wanted: all parts that are given must match, of a part's values one must.
 *
 * @param types CloudEvents types; {@code .*} at the end stands for any rest
 * @param hsPrefixes match codes below them and prefixes above them
 * @param uscc enterprises concerned
 * @param zones codes of zones concerned
 * @param areas GB/T 2260 prefixes
 * @param minSeverity of warnings and alerts; events without severity do not match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionFilter(
        @Size(max = 50) List<@Pattern(regexp = TYPE) String> types,
        @Size(max = 200) List<@HsPrefix String> hsPrefixes,
        @Size(max = 200) List<@Uscc String> uscc,
        @Size(max = 200) List<@ZoneCode String> zones,
        @Size(max = 200) List<@Pattern(regexp = AREA) String> areas,
        @Valid Severity minSeverity) {

    static final String TYPE = "org\\.qualityzones\\.[a-z0-9.-]{1,100}(\\.\\*)?";
    static final String AREA = "[0-9]{2}([0-9]{2}([0-9]{2})?)?";

    /** Everything. */
    static final SubscriptionFilter EVERYTHING = new SubscriptionFilter(null, null, null, null, null, null);

    public SubscriptionFilter {
        types = copy(types);
        hsPrefixes = copy(hsPrefixes);
        uscc = copy(uscc);
        zones = copy(zones);
        areas = copy(areas);
    }

    /** Whether the filter lets an event through; row rules are the subscription's. */
    public boolean matches(FeedEvent event) {
        return matchesType(event.type())
                && matchesHs(event.keys().hsCodes())
                && overlaps(uscc, event.keys().usccs())
                && overlaps(zones, event.keys().zones())
                && matchesArea(event.keys().areas())
                && matchesSeverity(event);
    }

    private boolean matchesType(String type) {
        return types.isEmpty() || types.stream().anyMatch(wanted -> matchesType(wanted, type));
    }

    private static boolean matchesType(String wanted, String type) {
        return wanted.endsWith(".*") ? type.startsWith(wanted.substring(0, wanted.length() - 1)) : type.equals(wanted);
    }

    private boolean matchesHs(List<String> codes) {
        return hsPrefixes.isEmpty()
                || codes.stream().anyMatch(code -> hsPrefixes.stream()
                        .anyMatch(prefix -> code.startsWith(prefix) || prefix.startsWith(code)));
    }

    private boolean matchesArea(List<String> codes) {
        return areas.isEmpty() || codes.stream().anyMatch(code -> areas.stream().anyMatch(code::startsWith));
    }

    private boolean matchesSeverity(FeedEvent event) {
        return minSeverity == null
                || event.keys()
                        .severity()
                        .filter(severity -> severity.compareTo(minSeverity) >= 0)
                        .isPresent();
    }

    private static boolean overlaps(List<String> wanted, List<String> given) {
        return wanted.isEmpty() || given.stream().anyMatch(wanted::contains);
    }

    private static List<String> copy(List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(value -> value != null).toList();
    }
}
