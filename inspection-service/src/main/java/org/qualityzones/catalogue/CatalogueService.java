package org.qualityzones.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.reference.CsvFile;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.jobs.Job;
import org.qualityzones.web.jobs.Jobs;

/** Answers what the catalogue says, and takes new versions of it in. */
@ApplicationScoped
class CatalogueService {

    private final Catalogue catalogue;
    private final CatalogueImport imports;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    CatalogueService(Catalogue catalogue, CatalogueImport imports, Jobs jobs, Audit audit, Clock clock) {
        this.catalogue = catalogue;
        this.imports = imports;
        this.jobs = jobs;
        this.audit = audit;
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
        Path file = request.takeSpooled().orElseThrow(() -> Problems.invalid("", "required", "A CSV file is needed"));
        CsvFile csv = CsvFile.open(file, CatalogueImport.HEADER);
        Job job = jobs.start("catalogue-import", imports.of(file, csv, caller.key()));
        audit.record("catalogue.import", job.id().toString(), null);
        return Answer.accepted(job.location(), job);
    }
}
