package org.qualityzones.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The current row of a result, read by column name. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(String column) throws SQLException {
        return results.getString(column);
    }

    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    /** Null where the column is. */
    public Integer integerOrNull(String column) throws SQLException {
        return results.getObject(column, Integer.class);
    }

    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    public UUID uuid(String column) throws SQLException {
        return results.getObject(column, UUID.class);
    }

    /** Null where the column is. */
    public Instant instant(String column) throws SQLException {
        OffsetDateTime value = results.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Null where the column is. */
    public LocalDate date(String column) throws SQLException {
        return results.getObject(column, LocalDate.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return results.getBytes(column);
    }

    public List<String> texts(String column) throws SQLException {
        Array array = results.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
