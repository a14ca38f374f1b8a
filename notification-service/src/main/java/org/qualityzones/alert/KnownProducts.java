package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.LocalizedText;
import org.qualityzones.store.Database;
import org.qualityzones.store.Row;

/** The products and names of enterprises, found by what an alert says of them. */
@ApplicationScoped
class KnownProducts {

    private static final String PRODUCT = """
            SELECT p.uscc, e.name, p.product_id, p.brand, p.model, p.hs_code
            FROM known_product p JOIN known_enterprise e ON e.uscc = p.uscc
            WHERE\s""";

    private final Database database;

    KnownProducts(Database database) {
        this.database = database;
    }

    /** Takes the state of an enterprise over; false where a newer one is known. */
    boolean keep(EnterpriseState enterprise) {
        List<String> keys = Stream.of(enterprise.name().zh(), enterprise.name().en())
                .map(MatchKeys::key)
                .filter(Objects::nonNull)
                .toList();
        boolean newer =
                database.update("""
                        INSERT INTO known_enterprise (uscc, version, name, name_keys) VALUES (?, ?, ?, ?)
                        ON CONFLICT (uscc) DO UPDATE SET version = excluded.version, name = excluded.name,
                            name_keys = excluded.name_keys WHERE known_enterprise.version < excluded.version""", enterprise.uscc(), enterprise.version(), name(enterprise.name()), keys) > 0;
        if (newer) {
            database.update("DELETE FROM known_product WHERE uscc = ?", enterprise.uscc());
            List<EnterpriseState.Product> products = enterprise.products() == null ? List.of() : enterprise.products();
            products.forEach(product -> keep(enterprise.uscc(), product));
        }
        return newer;
    }

    private void keep(String uscc, EnterpriseState.Product product) {
        database.update(
                """
                INSERT INTO known_product (uscc, product_id, brand, model, hs_code, brand_key, model_key)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                uscc,
                product.id(),
                product.brand(),
                product.model(),
                product.hsCode(),
                MatchKeys.key(product.brand()),
                MatchKeys.key(product.model()));
    }

    private static String name(LocalizedText name) {
        return name.en() == null ? name.zh() : name.en();
    }

    List<KnownProduct> ofBrand(String brandKey, int limit) {
        return database.list(PRODUCT + "p.brand_key = ? LIMIT ?", KnownProducts::read, brandKey, limit);
    }

    List<KnownProduct> ofModels(List<String> modelKeys, int limit) {
        return database.list(PRODUCT + "p.model_key = ANY (?) LIMIT ?", KnownProducts::read, modelKeys, limit);
    }

    List<KnownProduct> ofHeadings(List<String> headings, int limit) {
        return database.list(
                PRODUCT + "substr(p.hs_code, 1, 4) = ANY (?) LIMIT ?", KnownProducts::read, headings, limit);
    }

    List<KnownProduct> ofEnterprise(String uscc, int limit) {
        return database.list(PRODUCT + "p.uscc = ? LIMIT ?", KnownProducts::read, uscc, limit);
    }

    List<KnownProduct> ofManufacturer(String nameKey, int limit) {
        return database.list("""
                SELECT e.uscc, e.name, '' AS product_id, null AS brand, null AS model, null AS hs_code
                FROM known_enterprise e WHERE e.name_keys @> ARRAY[?::text] LIMIT ?""", KnownProducts::read, nameKey, limit);
    }

    private static KnownProduct read(Row row) throws SQLException {
        return new KnownProduct(
                row.text("uscc"),
                row.text("name"),
                row.text("product_id"),
                row.text("brand"),
                row.text("model"),
                row.text("hs_code"));
    }
}
