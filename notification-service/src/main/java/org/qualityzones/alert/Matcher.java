package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qualityzones.web.Ids;

/** Proposes the enterprises and products that an alert may be about. A person decides. */
@ApplicationScoped
class Matcher {

    private static final int CANDIDATES = 100;

    private final KnownProducts products;
    private final MatchRules rules;
    private final Matches matches;
    private final Alerts alerts;
    private final Ids ids;

    Matcher(KnownProducts products, MatchRules rules, Matches matches, Alerts alerts, Ids ids) {
        this.products = products;
        this.rules = rules;
        this.matches = matches;
        this.alerts = alerts;
        this.ids = ids;
    }

    /** Keeps new proposals for an alert; answers how many there are. */
    int propose(Alert alert) {
        return propose(alert, candidates(alert));
    }

    /** Keeps those of the given products that an alert may be about; answers how many are new. */
    int propose(Alert alert, List<KnownProduct> candidates) {
        Set<String> known = matches.best(alert.id()).stream()
                .map(match -> key(match.uscc(), match.productId()))
                .collect(Collectors.toSet());
        List<Match> best = candidates.stream()
                .filter(product -> !known.contains(key(product.uscc(), product.productId())))
                .map(product -> match(alert, product))
                .filter(match -> match.score().compareTo(rules.table().threshold()) >= 0)
                .sorted(Comparator.comparing(Match::score).reversed())
                .limit(Math.min(rules.table().most(), Matches.MOST - known.size()))
                .toList();
        int added = 0;
        for (Match match : best) {
            if (matches.add(match)) {
                alerts.addKey("uscc", match.uscc(), alert.id());
                added++;
            }
        }
        return added;
    }

    private static String key(String uscc, String productId) {
        return uscc + '/' + (productId == null ? "" : productId);
    }

    private List<KnownProduct> candidates(Alert alert) {
        AlertBody body = alert.body();
        List<KnownProduct> found = new ArrayList<>();
        if (body.uscc() != null) {
            found.add(new KnownProduct(body.uscc(), null, "", null, null, null));
        }
        if (rules.table().origins().contains(alert.originCountry())) {
            addByWords(found, body);
        }
        Map<String, KnownProduct> distinct = new LinkedHashMap<>();
        found.forEach(product -> distinct.putIfAbsent(key(product.uscc(), product.productId()), product));
        return List.copyOf(distinct.values());
    }

    private void addByWords(List<KnownProduct> found, AlertBody body) {
        String brand = MatchKeys.key(body.product().brand());
        String manufacturer = MatchKeys.key(body.manufacturer());
        List<String> models = new ArrayList<>(MatchKeys.models(body.product().model()));
        models.addAll(MatchScore.barcodes(body.product()));
        if (brand != null) {
            found.addAll(products.ofBrand(brand, CANDIDATES));
        }
        if (!models.isEmpty()) {
            found.addAll(products.ofModels(models, CANDIDATES));
        }
        if (manufacturer != null) {
            found.addAll(products.ofManufacturer(manufacturer, CANDIDATES));
        }
        List<String> headings = rules.headings(body.product().category());
        if (brand == null && !headings.isEmpty()) {
            found.addAll(products.ofHeadings(headings, CANDIDATES));
        }
    }

    private Match match(Alert alert, KnownProduct product) {
        MatchScore score = MatchScore.of(alert.body(), product, rules);
        return new Match(
                ids.next(),
                1,
                alert.id(),
                product.uscc(),
                product.productId().isEmpty() ? null : product.productId(),
                score.score(),
                score.why(),
                MatchState.PROPOSED,
                null,
                null);
    }
}
