package org.qualityzones.zone;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.qualityzones.web.codes.AreaCode;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.LocalizedName;
import org.qualityzones.web.codes.ZoneCode;

/** What may be asked of a zone's master data. */
final class ZoneCommands {
    private ZoneCommands() {}

    /** Opens a zone that is being built up. */
    record Create(
            @NotNull @ZoneCode String code,
            @NotNull @Valid LocalizedName name,
            @NotNull @AreaCode String areaCode,
            @NotNull @Valid LocalizedName industry,
            @NotEmpty @Size(max = 100) List<@NotNull @HsPrefix String> hsPrefixes) {}

    /** Replaces name and industry. Code and area stay for life. */
    record Amend(
            @NotNull @Valid LocalizedName name,
            @NotNull @Valid LocalizedName industry,
            @NotEmpty @Size(max = 100) List<@NotNull @HsPrefix String> hsPrefixes) {}
}
