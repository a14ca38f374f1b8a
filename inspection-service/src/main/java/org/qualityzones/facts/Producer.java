package org.qualityzones.facts;

import java.util.List;

/**
 * The producer (生产企业), whom the law classifies, as last known.
 *
 * @param known whether this producer was ever heard of
 * @param producerClass {@code class} in JSON and CEL
 * @param titles titles in force, such as {@code DEMONSTRATION}
 * @param exportUsd12m cleared lines of the last 12 months, in whole US dollars
 * @param overdueCorrectiveActions those of the open ones whose deadline has passed
 */
public record Producer(
        boolean known,
        PartyStatus status,
        Suspension suspension,
        ProducerClass producerClass,
        CreditLevel creditLevel,
        List<String> titles,
        LimitedRegistration limitedRegistration,
        long penalties12m,
        long penalties24m,
        long exportUsd12m,
        List<String> certifications,
        long openCorrectiveActions,
        long overdueCorrectiveActions) {

    public static final Producer DEFAULT = new Producer(
            true,
            PartyStatus.ACTIVE,
            Suspension.NONE,
            ProducerClass.UNCLASSIFIED,
            CreditLevel.UNRATED,
            List.of(),
            LimitedRegistration.NONE,
            0,
            0,
            0,
            List.of(),
            0,
            0);

    public Producer {
        titles = Facts.sorted(titles);
        certifications = Facts.sorted(certifications);
    }

    /** Class of a producer (AQSIQ Order 113 article 9, best to worst); {@code UNCLASSIFIED} counts as class 3. */
    public enum ProducerClass {
        UNCLASSIFIED,
        CLASS_1,
        CLASS_2,
        CLASS_3,
        CLASS_4
    }

    /** Whether a registration regime limited in time (有期限的注册登记) covers the heading, and whether the producer is on it. */
    public enum LimitedRegistration {
        NONE,
        REGISTERED,
        UNREGISTERED
    }
}
