package org.qualityzones.declaration;

import java.math.BigDecimal;
import java.util.List;
import org.qualityzones.copies.DeclaredLine;

/** Lines of a request as facts are gathered by them, whether the request is filed or only evaluated. */
public final class DeclaredLines {

    private DeclaredLines() {}

    static boolean selfDeclared(List<DeclarationCommands.Evidence> evidence) {
        return evidence.stream().anyMatch(item -> item.kind() == DeclarationCommands.EvidenceKind.SELF_DECLARATION);
    }

    static List<String> reportIssuers(List<DeclarationCommands.Evidence> evidence) {
        return evidence.stream()
                .filter(item -> item.kind() == DeclarationCommands.EvidenceKind.THIRD_PARTY_REPORT)
                .map(DeclarationCommands.Evidence::issuer)
                .toList();
    }

    /** A line of a request for goods that are produced in the area. */
    public static DeclaredLine declared(DeclarationCommands.Filing filing, DeclarationCommands.Line line, String area) {
        return new DeclaredLine(
                filing.consignor(),
                FilingRules.producerOf(filing, line),
                filing.destination(),
                filing.purpose().name(),
                filing.certificateRequested(),
                filing.directReleaseRequested(),
                selfDeclared(filing.evidence()),
                reportIssuers(filing.evidence()),
                line.hsCode(),
                line.quantity().value(),
                line.quantity().unit(),
                line.items(),
                new BigDecimal(line.value().amount()),
                line.value().currency(),
                area);
    }
}
