package org.qualityzones.lintreport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import javax.sql.DataSource;

/** All lint reports that were asked for. */
@ApplicationScoped
class LintReports {

    private static final String INSERT = """
            INSERT INTO lint_report (id, rule_set, digest, errors, warnings, linted_by, linted_at, report)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String NEWEST = """
            SELECT report FROM lint_report WHERE rule_set = ? AND digest = ? ORDER BY id DESC LIMIT 1
            """;

    private final DataSource dataSource;
    private final ObjectMapper json;

    LintReports(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    void add(LintReportView report, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, report.id());
            insert.setString(2, report.ruleSet());
            insert.setString(3, report.digest());
            insert.setLong(4, report.errors());
            insert.setLong(5, report.warnings());
            insert.setString(6, by);
            insert.setTimestamp(7, Timestamp.from(report.lintedAt()));
            insert.setString(8, json.writeValueAsString(report));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A lint report cannot be kept", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A lint report cannot be written", e);
        }
    }

    /** The newest one about a document. */
    Optional<LintReportView> newest(String ruleSet, String digest) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setString(1, ruleSet);
            select.setString(2, digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(json.readValue(row.getString(1), LintReportView.class))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lint reports cannot be read", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A stored lint report cannot be read", e);
        }
    }
}
