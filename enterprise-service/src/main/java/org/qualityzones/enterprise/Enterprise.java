package org.qualityzones.enterprise;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.qualityzones.web.codes.LocalizedName;

/**
 * An enterprise under its unified social credit code. Every recorded change raises the version by one; contacts are
 * personal data and stay here.
 */
@Entity
@Table(name = "enterprise")
public class Enterprise {
    @Id
    private UUID id;

    private long version;
    private String uscc;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "area_code")
    private String areaCode;

    private String address;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Contact> contacts = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Certification> certifications = List.of();

    @Column(name = "quality_class")
    @Enumerated(EnumType.STRING)
    private QualityClass qualityClass = QualityClass.UNCLASSIFIED;

    @Column(name = "class_since")
    private LocalDate classSince;

    @Column(name = "class_valid_until")
    private LocalDate classValidUntil;

    @Column(name = "credit_level")
    @Enumerated(EnumType.STRING)
    private CreditLevel creditLevel = CreditLevel.UNRATED;

    @Enumerated(EnumType.STRING)
    private EnterpriseStatus status = EnterpriseStatus.ACTIVE;

    @Column(name = "suspension_scope")
    @Enumerated(EnumType.STRING)
    private SuspensionScope suspensionScope;

    @Column(name = "suspension_from")
    private LocalDate suspensionFrom;

    @Column(name = "suspension_until")
    private LocalDate suspensionUntil;

    @Column(name = "suspension_reason")
    private String suspensionReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Title> titles = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Penalty> penalties = List.of();

    @ElementCollection
    @CollectionTable(name = "agent_listing", joinColumns = @JoinColumn(name = "enterprise_id"))
    @MapKeyColumn(name = "agent_uscc")
    private Map<String, AgentTerm> agents = new TreeMap<>();

    @ElementCollection
    @CollectionTable(name = "product", joinColumns = @JoinColumn(name = "enterprise_id"))
    @MapKeyColumn(name = "id")
    private Map<UUID, Product> products = new TreeMap<>();

    @Column(name = "search_text")
    private String searchText;

    @Column(name = "search_grams")
    private String[] searchGrams;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Enterprise() {}

    Enterprise(UUID id, String uscc) {
        this.id = id;
        this.uscc = uscc;
    }

    /**
     * Sets what the enterprise says about itself.
     *
     * @return names of the fields that changed, empty where nothing did
     */
    List<String> describe(Particulars to) {
        Particulars from = particulars();
        nameZh = to.name().zh();
        nameEn = to.name().en();
        areaCode = to.areaCode();
        address = to.address();
        contacts = List.copyOf(to.contacts());
        certifications = List.copyOf(to.certifications());
        searchText = SearchText.of(nameZh, nameEn, uscc);
        searchGrams = SearchText.grams(searchText);
        return to.differingFrom(from);
    }

    void suspend(Suspension suspension) {
        suspensionScope = suspension.scope();
        suspensionFrom = suspension.from();
        suspensionUntil = suspension.until();
        suspensionReason = suspension.reason();
    }

    void orderRectification() {
        status = EnterpriseStatus.RECTIFYING;
    }

    /** Ends rectification and suspension alike. */
    void reinstate() {
        status = EnterpriseStatus.ACTIVE;
        endSuspension();
    }

    void endSuspension() {
        suspensionScope = null;
        suspensionFrom = null;
        suspensionUntil = null;
        suspensionReason = null;
    }

    void deregister() {
        status = EnterpriseStatus.DEREGISTERED;
        endSuspension();
    }

    /** Lists an agent, or gives it another term. */
    public void list(String agent, AgentTerm term) {
        agents.put(agent, term);
    }

    public void strike(String agent) {
        agents.remove(agent);
    }

    /** Adds a product, or describes it anew. */
    public void stock(UUID product, Product description) {
        products.put(product, description);
    }

    public void discontinue(UUID product) {
        products.remove(product);
    }

    /** Puts the enterprise into a class from a day on; {@code until} is the last day of the term, null where open. */
    public void classify(QualityClass to, LocalDate since, LocalDate until) {
        qualityClass = to;
        classSince = since;
        classValidUntil = until;
    }

    /** Sets the credit level and the penalties that still count. */
    public void rate(CreditLevel level, List<Penalty> counting) {
        creditLevel = level;
        penalties = List.copyOf(counting);
    }

    /** @return whether the titles differ from those held so far */
    public boolean entitle(List<Title> held) {
        if (titles.equals(held)) {
            return false;
        }
        titles = List.copyOf(held);
        return true;
    }

    /** One more version, recorded now and in force from {@code from}, never before the version it follows. */
    void raise(Instant from, Instant now) {
        version++;
        validFrom = validFrom == null || from.isAfter(validFrom) ? from : validFrom;
        recordedAt = now;
    }

    /** State of the workflow {@code enterprise} on a day: a suspension that has not ended goes before the status. */
    String stage(LocalDate day) {
        boolean suspended = status != EnterpriseStatus.DEREGISTERED
                && suspension().filter(s -> !s.endedBy(day)).isPresent();
        return suspended ? EnterpriseWorkflow.SUSPENDED : status.name();
    }

    public boolean isDeregistered() {
        return status == EnterpriseStatus.DEREGISTERED;
    }

    public Particulars particulars() {
        return new Particulars(
                nameZh == null && nameEn == null ? null : name(), areaCode, address, contacts, certifications);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String uscc() {
        return uscc;
    }

    public LocalizedName name() {
        return new LocalizedName(nameZh, nameEn);
    }

    public String areaCode() {
        return areaCode;
    }

    String address() {
        return address;
    }

    List<Contact> contacts() {
        return contacts;
    }

    List<Certification> certifications() {
        return certifications;
    }

    public QualityClass qualityClass() {
        return qualityClass;
    }

    public Optional<LocalDate> classSince() {
        return Optional.ofNullable(classSince);
    }

    public Optional<LocalDate> classValidUntil() {
        return Optional.ofNullable(classValidUntil);
    }

    public CreditLevel creditLevel() {
        return creditLevel;
    }

    public List<Penalty> penalties() {
        return penalties;
    }

    EnterpriseStatus status() {
        return status;
    }

    Optional<Suspension> suspension() {
        return Optional.ofNullable(suspensionScope)
                .map(scope -> new Suspension(scope, suspensionFrom, suspensionUntil, suspensionReason));
    }

    List<Title> titles() {
        return titles;
    }

    public Map<String, AgentTerm> agents() {
        return Collections.unmodifiableMap(agents);
    }

    public Map<UUID, Product> products() {
        return Collections.unmodifiableMap(products);
    }

    Instant validFrom() {
        return validFrom;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
