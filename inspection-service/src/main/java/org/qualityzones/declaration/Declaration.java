package org.qualityzones.declaration;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qualityzones.ruleset.Outcome;

/**
 * A declaration for inspection (报检). The aggregate of its lines; its version rises with every event it causes, so that
 * each event of the stream has a version of its own.
 */
@Entity
@Table(name = "declaration")
public class Declaration {

    @Id
    private UUID id;

    @Column(name = "declaration_no")
    private String declarationNo;

    @Version
    private long revision;

    private long version;

    @Column(name = "filed_by")
    private String filedBy;

    private String reference;
    private String consignor;
    private String agent;

    @Column(name = "zone_code")
    private String zoneCode;

    private String destination;

    @Enumerated(EnumType.STRING)
    private DeclarationCommands.Purpose purpose;

    @Column(name = "certificate_requested")
    private boolean certificateRequested;

    @Column(name = "direct_release_requested")
    private boolean directReleaseRequested;

    @Column(name = "place_of_production")
    private String placeOfProduction;

    @Column(name = "shipment_date")
    private LocalDate shipmentDate;

    @Convert(converter = EvidenceColumn.class)
    private List<DeclarationCommands.Evidence> evidence;

    @Enumerated(EnumType.STRING)
    private DeclarationStatus status;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "declared_at")
    private Instant declaredAt;

    @Convert(converter = NoticesColumn.class)
    private List<Notice> notices = List.of();

    @OneToMany(mappedBy = "declaration", cascade = CascadeType.PERSIST)
    @OrderBy("lineNo")
    private List<DeclarationLine> lines = new ArrayList<>();

    protected Declaration() {}

    Declaration(UUID id, String declarationNo, String filedBy, DeclarationCommands.Filing filing, Instant declaredAt) {
        this.id = id;
        this.declarationNo = declarationNo;
        this.filedBy = filedBy;
        this.declaredAt = declaredAt;
        this.status = DeclarationStatus.DECIDED;
        this.version = 1;
        state(filing);
    }

    private void state(DeclarationCommands.Filing filing) {
        this.reference = filing.reference();
        this.consignor = filing.consignor();
        this.agent = filing.agent();
        this.zoneCode = filing.zoneCode();
        this.destination = filing.destination();
        this.purpose = filing.purpose();
        this.certificateRequested = filing.certificateRequested();
        this.directReleaseRequested = filing.directReleaseRequested();
        this.placeOfProduction = filing.placeOfProduction();
        this.shipmentDate = filing.shipmentDate();
        this.evidence = filing.evidence();
    }

    DeclarationLine add(DeclarationCommands.Line line, String producer, String area) {
        DeclarationLine added = new DeclarationLine(this, line, producer, area);
        lines.add(added);
        return added;
    }

    /** @param waiting whether an inspection was opened */
    void decided(Outcome strictest, boolean waiting, List<Notice> remarks) {
        this.outcome = strictest;
        this.status = waiting ? DeclarationStatus.IN_INSPECTION : DeclarationStatus.DECIDED;
        this.notices = List.copyOf(remarks);
    }

    /** Some of its lines were decided again. */
    void redecided(Outcome strictest, boolean waiting, Instant now) {
        this.outcome = strictest;
        settle(waiting, now);
    }

    /** States the declaration anew; a line that is gone is kept as removed, so that its number is never given again. */
    void amend(DeclarationCommands.Filing filing) {
        state(filing);
        Set<Integer> kept =
                filing.lines().stream().map(DeclarationCommands.Line::lineNo).collect(Collectors.toSet());
        lines.stream().filter(line -> !kept.contains(line.lineNo())).forEach(DeclarationLine::remove);
    }

    /** Where the declaration stands after a line was cleared or refused. @param waiting for results or corrective action */
    void settle(boolean waiting, Instant now) {
        if (status == DeclarationStatus.WITHDRAWN) {
            return;
        }
        boolean undecided = lines().stream()
                .map(DeclarationLine::clearance)
                .anyMatch(clearance -> clearance.isPending() || clearance.isHeld());
        DeclarationStatus quiet = undecided ? DeclarationStatus.DECIDED : DeclarationStatus.CLOSED;
        this.status = waiting ? DeclarationStatus.IN_INSPECTION : quiet;
    }

    /** The line of this number, removed or not. */
    Optional<DeclarationLine> line(int lineNo) {
        return lines.stream().filter(line -> line.lineNo() == lineNo).findFirst();
    }

    /** Raises the version for the next event of this declaration. */
    long nextVersion() {
        return ++version;
    }

    void withdraw() {
        this.status = DeclarationStatus.WITHDRAWN;
    }

    UUID id() {
        return id;
    }

    String declarationNo() {
        return declarationNo;
    }

    /** Gives it its number, where it was made without. */
    void number(String given) {
        declarationNo = given;
    }

    long version() {
        return version;
    }

    String filedBy() {
        return filedBy;
    }

    String reference() {
        return reference;
    }

    String consignor() {
        return consignor;
    }

    String agent() {
        return agent;
    }

    String zoneCode() {
        return zoneCode;
    }

    String destination() {
        return destination;
    }

    DeclarationCommands.Purpose purpose() {
        return purpose;
    }

    boolean certificateRequested() {
        return certificateRequested;
    }

    boolean directReleaseRequested() {
        return directReleaseRequested;
    }

    String placeOfProduction() {
        return placeOfProduction;
    }

    LocalDate shipmentDate() {
        return shipmentDate;
    }

    List<DeclarationCommands.Evidence> evidence() {
        return evidence;
    }

    DeclarationStatus status() {
        return status;
    }

    Outcome outcome() {
        return outcome;
    }

    List<Notice> notices() {
        return notices;
    }

    Instant declaredAt() {
        return declaredAt;
    }

    /** The lines in force, by number. */
    List<DeclarationLine> lines() {
        return lines.stream().filter(line -> !line.removed()).toList();
    }
}
