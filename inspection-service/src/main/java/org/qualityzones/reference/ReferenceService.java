package org.qualityzones.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.web.Answer;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;

/** Answers what the reference tables hold, and takes files of rows in. */
@ApplicationScoped
class ReferenceService {

    private final ReferenceRows rows;
    private final ReferenceImport imports;
    private final CsvImports csvImports;

    ReferenceService(ReferenceRows rows, ReferenceImport imports, CsvImports csvImports) {
        this.rows = rows;
        this.imports = imports;
        this.csvImports = csvImports;
    }

    /** @param asOf only rows in force on this instant's day in Asia/Shanghai; null: all */
    @Transactional
    Page<ReferenceRowView> list(String slug, String key, Instant asOf, PageRequest page) {
        LocalDate day = asOf == null ? null : ShanghaiDays.of(asOf);
        return Page.of(rows.list(table(slug), key, day, page.after(), page.limit() + 1), page, ReferenceRowView::id);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer startImport(String slug, CurrentRequest request) {
        ReferenceTable table = table(slug);
        return csvImports.start(request, table.slug(), table.columns(), imports.into(table));
    }

    private static ReferenceTable table(String slug) {
        return ReferenceTable.ofSlug(slug).orElseThrow(() -> Problems.notFound("reference table", slug));
    }
}
