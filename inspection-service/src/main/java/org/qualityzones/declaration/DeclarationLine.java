package org.qualityzones.declaration;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.decision.Draw;
import org.qualityzones.draw.LotDraw;
import org.qualityzones.web.codes.Money;
import org.qualityzones.web.codes.Quantity;

/** One line of a declaration with the decision and the clearance that are in force for it. */
@Entity
@Table(name = "declaration_line")
@IdClass(DeclarationLine.Key.class)
public class DeclarationLine {

    /** A line is found by its declaration and its number, which is never given to another line. */
    public record Key(UUID declaration, int lineNo) implements Serializable {}

    @Id
    @ManyToOne
    @JoinColumn(name = "declaration_id")
    private Declaration declaration;

    @Id
    @Column(name = "line_no")
    private int lineNo;

    private String producer;

    @Column(name = "hs_code")
    private String hsCode;

    private String product;
    private BigDecimal quantity;
    private String unit;
    private Long items;

    @Column(name = "value_amount")
    private BigDecimal valueAmount;

    @Column(name = "value_currency")
    private String valueCurrency;

    @Column(name = "lot_no")
    private String lotNo;

    private String area;
    private boolean removed;

    @Column(name = "decision_id")
    private UUID decisionId;

    @Embedded
    private Clearance clearance;

    /** The declaration's; here so that one index finds the lines that a suspension concerns. */
    @SuppressWarnings("UnusedVariable")
    private String consignor;

    /** The declaration's; here so that one index finds the lines that a warning concerns. */
    @SuppressWarnings("UnusedVariable")
    private String destination;

    @Column(name = "value_usd_cents")
    private Long valueUsdCents;

    private boolean live = true;

    /** Asked by queries only. */
    @SuppressWarnings("UnusedVariable")
    @Enumerated(EnumType.STRING)
    private Awaited awaits;

    @Column(name = "draw_day")
    private LocalDate drawDay;

    @Column(name = "draw_declaration_id")
    private UUID drawDeclarationId;

    @Column(name = "draw_line_no")
    private Integer drawLineNo;

    @Column(name = "drawn_before")
    private boolean drawnBefore;

    protected DeclarationLine() {}

    DeclarationLine(Declaration declaration, DeclarationCommands.Line line, String producer, String area) {
        this.declaration = declaration;
        this.lineNo = line.lineNo();
        restate(line, producer, area);
    }

    final void restate(DeclarationCommands.Line line, String newProducer, String newArea) {
        this.producer = newProducer;
        this.hsCode = line.hsCode();
        this.product = line.product();
        this.quantity = line.quantity().value();
        this.unit = line.quantity().unit();
        this.items = line.items();
        this.valueAmount = new BigDecimal(line.value().amount());
        this.valueCurrency = line.value().currency();
        this.lotNo = line.lotNo();
        this.area = newArea;
        this.consignor = declaration.consignor();
        this.destination = declaration.destination();
    }

    /**
     * @param missing what the decision missed and may still learn; null: nothing
     * @param newValueUsdCents null: no exchange rate is known
     */
    void decided(UUID newDecision, Clearance newClearance, Awaited missing, Long newValueUsdCents) {
        this.decisionId = newDecision;
        this.awaits = missing;
        this.valueUsdCents = newValueUsdCents;
        clear(newClearance);
    }

    /** Its decision stays; of what was missing in it this is still to come. @param missing null: nothing */
    void waitsFor(Awaited missing) {
        this.awaits = missing;
    }

    /** Keeps where its draw comes from, for the day it is decided again. */
    void drew(LotDraw lotDraw) {
        Draw.Inherited origin = lotDraw.inheritedFrom();
        this.drawDay = lotDraw.day();
        this.drawDeclarationId = origin == null ? declaration.id() : origin.declarationId();
        this.drawLineNo = origin == null ? lineNo : origin.lineNo();
        this.drawnBefore = lotDraw.drawnBefore();
    }

    void clear(Clearance newClearance) {
        this.clearance = newClearance.worth(valueUsdCents);
        this.live = !removed && newClearance.isLive();
    }

    void remove() {
        this.removed = true;
        this.live = false;
    }

    /** No fact can clear it any more. */
    void withdraw(Clearance refused) {
        this.clearance = refused;
        this.live = false;
    }

    /** Where its draw comes from; empty for a line decided before this was kept. */
    Optional<LotDraw.Origin> drawOrigin() {
        return Optional.ofNullable(drawDay).map(day -> new LotDraw.Origin(drawDeclarationId, drawLineNo, day));
    }

    boolean drawnBefore() {
        return drawnBefore;
    }

    boolean live() {
        return live;
    }

    int lineNo() {
        return lineNo;
    }

    String producer() {
        return producer;
    }

    String hsCode() {
        return hsCode;
    }

    String product() {
        return product;
    }

    Quantity quantity() {
        return new Quantity(quantity, unit);
    }

    Long items() {
        return items;
    }

    Money value() {
        return new Money(valueAmount.toPlainString(), valueCurrency);
    }

    BigDecimal valueAmount() {
        return valueAmount;
    }

    String lotNo() {
        return lotNo;
    }

    String area() {
        return area;
    }

    boolean removed() {
        return removed;
    }

    UUID decisionId() {
        return decisionId;
    }

    Clearance clearance() {
        return clearance;
    }
}
