package org.qualityzones.enterprise;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.qualityzones.web.codes.LocalizedName;

/** A product that an enterprise makes, with its own version. */
@Embeddable
public record Product(
        @Column(name = "hs_code", nullable = false) String hsCode,
        @Column(name = "name_zh") String nameZh,
        @Column(name = "name_en") String nameEn,
        @Column(name = "brand") String brand,
        @Column(name = "model") String model,
        @Column(name = "standard") String standard,
        @Column(name = "version", nullable = false) long version) {

    public LocalizedName name() {
        return new LocalizedName(nameZh, nameEn);
    }
}
