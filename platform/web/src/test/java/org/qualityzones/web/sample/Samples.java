package org.qualityzones.web.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.qualityzones.web.Audit;
import org.qualityzones.web.DatabaseException;
import org.qualityzones.web.Ids;

/** The sample table. */
@ApplicationScoped
public class Samples {

    private final DataSource dataSource;
    private final Ids ids;
    private final Audit audit;
    private final AtomicInteger creations = new AtomicInteger();

    public Samples(DataSource dataSource, Ids ids, Audit audit) {
        this.dataSource = dataSource;
        this.ids = ids;
        this.audit = audit;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public SampleView create(String code) {
        creations.incrementAndGet();
        UUID id = ids.next();
        update("insert into sample (id, code, version) values (?, ?, 1)", id, code);
        audit.record("sample.create", code, null);
        return new SampleView(id, code, 1);
    }

    @Transactional
    public SampleView touch(UUID id) {
        update("update sample set version = version + 1 where id = ?", id);
        return find(id).orElseThrow();
    }

    @Transactional
    public Optional<SampleView> find(UUID id) {
        return query("select id, code, version from sample where id = ?", id).stream()
                .findFirst();
    }

    /** Newest first, after an id, one row more than the limit. */
    @Transactional
    public List<SampleView> page(UUID after, int limit) {
        return after == null
                ? query("select id, code, version from sample order by id desc limit ?", limit + 1)
                : query("select id, code, version from sample where id < ? order by id desc limit ?", after, limit + 1);
    }

    /** How often creation ran, rolled back or not. */
    public int creations() {
        return creations.get();
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bound(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseException("sample", failure);
        }
    }

    private List<SampleView> query(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bound(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            List<SampleView> found = new ArrayList<>();
            while (result.next()) {
                found.add(new SampleView(result.getObject(1, UUID.class), result.getString(2), result.getLong(3)));
            }
            return found;
        } catch (SQLException failure) {
            throw new DatabaseException("sample", failure);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
