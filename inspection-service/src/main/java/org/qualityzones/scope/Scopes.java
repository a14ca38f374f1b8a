package org.qualityzones.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;

/**
 * Keys under which a declaration is found: its parties ({@code c:}, {@code p:}, {@code g:}), its areas ({@code a:}) and its
 * goods ({@code h:}).
 */
public final class Scopes {

    private Scopes() {}

    public static String consignor(String uscc) {
        return "c:" + uscc;
    }

    public static String producer(String uscc) {
        return "p:" + uscc;
    }

    public static String agent(String uscc) {
        return "g:" + uscc;
    }

    /** Keys of an area: the province, the city, the county. */
    public static Stream<String> area(String areaCode) {
        return Stream.of(2, 4, 6).map(digits -> "a:" + areaCode.substring(0, digits));
    }

    /** Keys of an HS code: each of its prefixes of even length. */
    public static Stream<String> heading(String hsCode) {
        return IntStream.rangeClosed(1, hsCode.length() / 2).mapToObj(pairs -> "h:" + hsCode.substring(0, 2 * pairs));
    }

    /**
     * The keys under which this caller finds declarations; empty when it sees all of them. A caller without any right row
     * gets a list without keys.
     */
    public static Optional<List<String>> of(Caller caller) {
        if (caller.isAny(Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR)) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>();
        if (caller.is(Roles.ENTERPRISE)) {
            caller.usccs().forEach(uscc -> keys.addAll(List.of(consignor(uscc), producer(uscc), agent(uscc))));
        }
        if (caller.is(Roles.FILING_AGENT)) {
            caller.usccs().forEach(uscc -> keys.add(agent(uscc)));
        }
        if (caller.isAny(Roles.LOCAL_GOVERNMENT, Roles.INSPECTOR, Roles.BUREAU)) {
            caller.areas().forEach(area -> keys.add("a:" + area));
        }
        return Optional.of(keys);
    }
}
