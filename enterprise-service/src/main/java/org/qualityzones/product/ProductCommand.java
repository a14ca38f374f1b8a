package org.qualityzones.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.qualityzones.enterprise.Product;
import org.qualityzones.web.codes.HsCode;
import org.qualityzones.web.codes.LocalizedName;
import org.qualityzones.web.codes.NameText;

/** A product as the enterprise describes it; {@code standard} is the one it is made to. */
record ProductCommand(
        @NotNull @HsCode String hsCode,
        @NotNull @Valid LocalizedName name,
        @NameText String brand,
        @NameText String model,
        @NameText String standard) {

    Product product(long version) {
        return new Product(hsCode, name.zh(), name.en(), brand, model, standard, version);
    }
}
