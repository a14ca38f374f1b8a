package org.qualityzones.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Everything one decision about one line may rest on: an immutable snapshot, lists sorted, integers only. Its
 * {@link #bytes() bytes} are RFC 8785 canonical JSON in the vocabulary of the rules.
 *
 * @param zones the producer's active memberships, by code
 * @param warnings active warnings that match the line, by id
 * @param stale groups whose local copy is not current: {@code producer}, {@code consignor}, {@code zones}, {@code warnings}
 * @param draw the unsigned 64-bit number of the draw in 16 hex digits; null when there is none
 */
public record Facts(
        Line line,
        Catalogue catalogue,
        ProductRisk productRisk,
        Producer producer,
        Consignor consignor,
        List<Zone> zones,
        Exemption exemption,
        List<Warning> warnings,
        History history,
        Campaign campaign,
        DirectRelease directRelease,
        List<String> stale,
        String draw) {

    public static final Facts DEFAULT = new Facts(
            Line.DEFAULT,
            Catalogue.NONE,
            ProductRisk.HIGHER,
            Producer.DEFAULT,
            Consignor.DEFAULT,
            List.of(),
            Exemption.NONE,
            List.of(),
            History.DEFAULT,
            Campaign.NONE,
            DirectRelease.NONE,
            List.of(),
            null);

    public Facts {
        zones = zones.stream().sorted(Comparator.comparing(Zone::code)).toList();
        warnings = warnings.stream().sorted(Warning.ORDER).toList();
        stale = sorted(stale);
    }

    /** RFC 8785 bytes; {@link FactsReader#stored} reads them back. */
    public byte[] bytes() {
        return FactsWriter.bytes(this);
    }

    /** {@code sha-256:} and the hex of the SHA-256 of {@link #bytes()}. */
    public String digest() {
        return Digests.sha256(bytes());
    }

    public Facts withDraw(String u64) {
        return new Facts(
                line,
                catalogue,
                productRisk,
                producer,
                consignor,
                zones,
                exemption,
                warnings,
                history,
                campaign,
                directRelease,
                stale,
                u64);
    }

    static List<String> sorted(Collection<String> texts) {
        return List.copyOf(new TreeSet<>(texts));
    }

    /**
     * Entry of the statutory catalogue on the day.
     *
     * @param conditions supervision conditions, one letter each ({@code A} import, {@code B} export)
     * @param categories inspection categories, one letter each ({@code N} export commodity inspection)
     * @param version the catalogue that was read; null when not given
     */
    public record Catalogue(List<String> conditions, List<String> categories, String version) {

        public static final Catalogue NONE = new Catalogue(List.of(), List.of(), null);

        public Catalogue {
            conditions = sorted(conditions);
            categories = sorted(categories);
        }
    }

    /**
     * Direct release at the port of exit (出口直通放行).
     *
     * @param approved an approval of the producer is on record
     * @param goodsListed the goods are on the dated list
     * @param exclusions codes of what excludes this line
     */
    public record DirectRelease(boolean approved, boolean goodsListed, List<String> exclusions) {

        public static final DirectRelease NONE = new DirectRelease(false, false, List.of());

        public DirectRelease {
            exclusions = sorted(exclusions);
        }
    }
}
