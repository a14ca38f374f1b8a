package org.qualityzones.web.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.web.codes.CountryCode;
import org.qualityzones.web.codes.CurrencyCode;
import org.qualityzones.web.codes.HsCode;
import org.qualityzones.web.codes.LocalizedName;
import org.qualityzones.web.codes.Money;
import org.qualityzones.web.codes.Quantity;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.UnitCode;
import org.qualityzones.web.codes.Uscc;
import org.qualityzones.web.codes.ZoneCode;

/** Requests of the sample service. */
final class SampleCommands {

    private SampleCommands() {}

    enum Kind {
        ROUND,
        SQUARE
    }

    record Create(
            @NotNull @ZoneCode String code,
            Kind kind,
            @Min(0) @Max(9) Integer count,
            Boolean flag,
            Instant at,
            LocalDate day,
            UUID ref,
            @Valid LocalizedName name,
            @Valid Quantity quantity,
            @Valid Money value,
            @Text String remark,
            @ReferenceText String reference,
            @CountryCode String country,
            @CurrencyCode String currency,
            @UnitCode String unit,
            @Uscc String uscc,
            Map<String, @Text String> labels,
            @Size(max = 3) List<@Valid @NotNull Line> lines) {}

    record Line(@NotNull @HsCode String hsCode) {}

    record Primitives(int count, boolean flag, BigDecimal share) {}

    record Transition(@NotNull String action) {}
}
