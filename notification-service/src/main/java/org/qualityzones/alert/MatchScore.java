package org.qualityzones.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.qualityzones.contracts.AlertState;

/**
 * How well a product agrees with an alert. Weights of agreeing fields combine as chances that are independent:
 * 1 − ∏(1 − weight), so that each further field helps and none takes away.
 */
record MatchScore(BigDecimal score, List<Why> why) {

    static MatchScore of(AlertBody alert, KnownProduct product, MatchRules rules) {
        AlertState.Product theirs = alert.product();
        List<Why> why = new ArrayList<>();
        Adder adder = (field, our, their) -> why.add(
                new Why(field, our, their, rules.weight(field).setScale(2).toPlainString()));
        String model = MatchKeys.key(product.model());
        if (product.uscc().equals(alert.uscc())) {
            adder.agree("uscc", product.uscc(), alert.uscc());
        }
        if (model != null && barcodes(theirs).contains(model)) {
            adder.agree("barcode", product.model(), product.model());
        }
        if (same(MatchKeys.key(product.brand()), MatchKeys.key(theirs.brand()))) {
            adder.agree("brand", product.brand(), theirs.brand());
        }
        if (model != null && MatchKeys.models(theirs.model()).contains(model)) {
            adder.agree("model", product.model(), theirs.model());
        }
        if (same(MatchKeys.key(product.enterpriseName()), MatchKeys.key(alert.manufacturer()))) {
            adder.agree("manufacturer", product.enterpriseName(), alert.manufacturer());
        }
        goods(product, theirs, rules, adder);
        BigDecimal doubt = why.stream()
                .map(reason -> BigDecimal.ONE.subtract(new BigDecimal(reason.weight())))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
        return new MatchScore(BigDecimal.ONE.subtract(doubt).setScale(2, RoundingMode.HALF_UP), List.copyOf(why));
    }

    private static void goods(KnownProduct product, AlertState.Product theirs, MatchRules rules, Adder adder) {
        if (product.hsCode() == null) {
            return;
        }
        String heading = product.hsCode().substring(0, 4);
        if (theirs.hsCode() != null) {
            if (theirs.hsCode().startsWith(heading)) {
                adder.agree("hsCode", product.hsCode(), theirs.hsCode());
            }
        } else if (rules.headings(theirs.category()).contains(heading)) {
            adder.agree("category", product.hsCode(), theirs.category());
        }
    }

    static List<String> barcodes(AlertState.Product product) {
        return product.barcodes().stream()
                .map(MatchKeys::key)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean same(String ours, String theirs) {
        return ours != null && ours.equals(theirs);
    }

    private interface Adder {
        void agree(String field, String ours, String theirs);
    }
}
