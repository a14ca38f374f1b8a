package org.qualityzones.ruleset;

import java.util.List;
import java.util.Map;
import org.qualityzones.sampling.InspectionLevel;
import org.qualityzones.sampling.NonconformityClass;
import org.qualityzones.sampling.SamplingPlans.Quality;

/**
 * What quality is asked of sampled lots, for each nonconformity class that is judged by table; class A never is.
 *
 * @param products exceptions by product; the longest prefix that covers the code counts
 * @param destructiveLevel special level for destructive tests of a lot otherwise inspected whole
 */
public record SamplingPolicy(
        Map<NonconformityClass, Quality> qualities,
        List<Product> products,
        InspectionLevel destructiveLevel,
        List<Citation> citations) {

    public Map<NonconformityClass, Quality> qualities(String hsCode) {
        Product found = null;
        for (Product product : products) {
            if (hsCode.startsWith(product.hsPrefix())
                    && (found == null
                            || product.hsPrefix().length() > found.hsPrefix().length())) {
                found = product;
            }
        }
        return found == null ? qualities : found.qualities();
    }

    /** The default of one product. */
    public record Product(String hsPrefix, Map<NonconformityClass, Quality> qualities, List<Citation> citations) {

        /** A code of ten digits that the prefix covers. */
        public String anyHsCode() {
            return (hsPrefix + "0000000000").substring(0, 10);
        }
    }
}
