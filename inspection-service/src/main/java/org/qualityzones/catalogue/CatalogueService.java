package org.qualityzones.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.reference.CsvImports;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Problems;

/** Answers what the catalogue says, and takes new versions of it in. */
@ApplicationScoped
class CatalogueService {

    private final Catalogue catalogue;
    private final CatalogueImport imports;
    private final CsvImports csvImports;
    private final Clock clock;

    CatalogueService(Catalogue catalogue, CatalogueImport imports, CsvImports csvImports, Clock clock) {
        this.catalogue = catalogue;
        this.imports = imports;
        this.csvImports = csvImports;
        this.clock = clock;
    }

    @Transactional
    CatalogueView find(String hsCode, Instant asOf) {
        LocalDate day = ShanghaiDays.of(asOf == null ? clock.instant() : asOf);
        CatalogueSnapshot snapshot = catalogue.current();
        if (!snapshot.knows(hsCode)) {
            throw Problems.notFound("catalogue entry for", hsCode);
        }
        return CatalogueView.of(hsCode, day, snapshot);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer startImport(CurrentRequest request, Caller caller) {
        return csvImports.start(request, "catalogue", CatalogueImport.HEADER, imports.of(caller.key()));
    }
}
