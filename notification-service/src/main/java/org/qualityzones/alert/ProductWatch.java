package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.qualityzones.contracts.EnterpriseState;

/** Follows the products of enterprises: a new one may be what an alert on record is about. */
@ApplicationScoped
public class ProductWatch {

    private static final int MOST_PRODUCTS = 200;
    private static final int MOST_ALERTS = 200;

    private final KnownProducts products;
    private final Alerts alerts;
    private final Proposals proposals;

    ProductWatch(KnownProducts products, Alerts alerts, Proposals proposals) {
        this.products = products;
        this.alerts = alerts;
        this.proposals = proposals;
    }

    /** Takes an enterprise's state over and proposes its products for active alerts about goods of their brands. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void learn(EnterpriseState enterprise, Instant recordedAt) {
        alerts.lockBrands(brands(enterprise));
        if (!products.keep(enterprise)) {
            return;
        }
        List<KnownProduct> known = products.ofEnterprise(enterprise.uscc(), MOST_PRODUCTS);
        List<String> brands = known.stream()
                .map(product -> MatchKeys.key(product.brand()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!brands.isEmpty()) {
            alerts.ofBrands(brands, MOST_ALERTS).forEach(alert -> propose(alert, known, recordedAt));
        }
    }

    private static List<String> brands(EnterpriseState enterprise) {
        List<EnterpriseState.Product> products = enterprise.products() == null ? List.of() : enterprise.products();
        return products.stream()
                .map(product -> MatchKeys.key(product.brand()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void propose(Alert found, List<KnownProduct> known, Instant recordedAt) {
        String brand = MatchKeys.key(found.body().product().brand());
        List<KnownProduct> ofBrand = known.stream()
                .filter(product -> Objects.equals(MatchKeys.key(product.brand()), brand))
                .toList();
        proposals.among(alerts.lock(found.id()).orElseThrow(), ofBrand, recordedAt);
    }
}
