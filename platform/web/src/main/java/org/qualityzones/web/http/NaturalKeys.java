package org.qualityzones.web.http;

import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Unique constraints that stand for natural keys are named {@code uq_…}: two requests that race for one key end in a
 * 409, while any other violated constraint is a failure of ours.
 */
final class NaturalKeys {

    private static final Pattern NAMED = Pattern.compile("unique constraint \"uq_[a-z0-9_]+\"");

    private NaturalKeys() {}

    static boolean isOne(SQLException violation) {
        return violation.getMessage() != null
                && NAMED.matcher(violation.getMessage()).find();
    }
}
