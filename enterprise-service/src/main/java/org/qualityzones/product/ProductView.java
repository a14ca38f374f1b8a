package org.qualityzones.product;

import java.util.UUID;
import org.qualityzones.enterprise.Product;
import org.qualityzones.web.codes.LocalizedName;

/** A product as it is answered. */
public record ProductView(
        UUID id, String hsCode, LocalizedName name, String brand, String model, String standard, long version) {

    static ProductView of(UUID id, Product product) {
        return new ProductView(
                id,
                product.hsCode(),
                product.name(),
                product.brand(),
                product.model(),
                product.standard(),
                product.version());
    }
}
