package org.qualityzones.facts;

import java.util.List;

/** Writes facts as canonical JSON: keys in order, nothing left out. */
final class FactsWriter {

    private FactsWriter() {}

    static byte[] bytes(Facts facts) {
        JsonOut out = new JsonOut();
        out.beginObject();
        campaign(out.key("campaign"), facts.campaign());
        catalogue(out.key("catalogue"), facts.catalogue());
        consignor(out.key("consignor"), facts.consignor());
        directRelease(out.key("directRelease"), facts.directRelease());
        out.key("draw").text(facts.draw());
        exemption(out.key("exemption"), facts.exemption());
        history(out.key("history"), facts.history());
        line(out.key("line"), facts.line());
        producer(out.key("producer"), facts.producer());
        out.key("productRisk").text(facts.productRisk().name());
        out.key("stale").texts(facts.stale());
        warnings(out.key("warnings"), facts.warnings());
        zones(out.key("zones"), facts.zones());
        return out.endObject().bytes();
    }

    private static void campaign(JsonOut out, Campaign campaign) {
        out.beginObject().key("id").text(campaign.id()).key("share").number(campaign.share());
        out.endObject();
    }

    private static void catalogue(JsonOut out, Facts.Catalogue catalogue) {
        out.beginObject().key("categories").texts(catalogue.categories());
        out.key("conditions").texts(catalogue.conditions());
        out.key("version").text(catalogue.version()).endObject();
    }

    private static void consignor(JsonOut out, Consignor consignor) {
        out.beginObject().key("creditLevel").text(consignor.creditLevel().name());
        out.key("known").flag(consignor.known());
        out.key("status").text(consignor.status().name());
        out.key("suspension").text(consignor.suspension().name()).endObject();
    }

    private static void directRelease(JsonOut out, Facts.DirectRelease directRelease) {
        out.beginObject().key("approved").flag(directRelease.approved());
        out.key("exclusions").texts(directRelease.exclusions());
        out.key("goodsListed").flag(directRelease.goodsListed()).endObject();
    }

    private static void exemption(JsonOut out, Exemption exemption) {
        out.beginObject().key("certificate").text(exemption.certificate().name());
        out.key("number").text(exemption.number()).endObject();
    }

    private static void history(JsonOut out, History history) {
        out.beginObject().key("failedLots12m").number(history.failedLots12m());
        out.key("lotDrawnBefore").flag(history.lotDrawnBefore());
        out.key("lots12m").number(history.lots12m());
        out.key("notifications12m").number(history.notifications12m());
        out.key("passPerMille12m").number(history.passPerMille12m());
        out.key("returns12m").number(history.returns12m());
        out.key("sampling").text(history.sampling().name()).endObject();
    }

    private static void line(JsonOut out, Line line) {
        out.beginObject().key("certificateRequested").flag(line.certificateRequested());
        out.key("date").text(line.date() == null ? null : line.date().toString());
        out.key("destination").text(emptyAsNull(line.destination()));
        out.key("directReleaseRequested").flag(line.directReleaseRequested());
        out.key("evidence").flag(line.evidence());
        out.key("feeWaived").flag(line.feeWaived());
        out.key("hsCode").text(emptyAsNull(line.hsCode()));
        out.key("lotSize").number(line.lotSize());
        out.key("psiDestination").flag(line.psiDestination());
        out.key("purpose").text(line.purpose().name());
        out.key("valueUsdCents").number(line.valueUsdCents()).endObject();
    }

    private static void producer(JsonOut out, Producer producer) {
        out.beginObject().key("certifications").texts(producer.certifications());
        out.key("class").text(producer.producerClass().name());
        out.key("creditLevel").text(producer.creditLevel().name());
        out.key("exportUsd12m").number(producer.exportUsd12m());
        out.key("known").flag(producer.known());
        out.key("limitedRegistration").text(producer.limitedRegistration().name());
        out.key("openCorrectiveActions").number(producer.openCorrectiveActions());
        out.key("overdueCorrectiveActions").number(producer.overdueCorrectiveActions());
        out.key("penalties12m").number(producer.penalties12m());
        out.key("penalties24m").number(producer.penalties24m());
        out.key("status").text(producer.status().name());
        out.key("suspension").text(producer.suspension().name());
        out.key("titles").texts(producer.titles()).endObject();
    }

    private static void warnings(JsonOut out, List<Warning> warnings) {
        out.beginArray();
        for (Warning warning : warnings) {
            out.beginObject().key("id").text(warning.id());
            out.key("level").number(warning.level());
            out.key("measure").text(warning.measure().name()).endObject();
        }
        out.endArray();
    }

    private static void zones(JsonOut out, List<Zone> zones) {
        out.beginArray();
        for (Zone zone : zones) {
            out.beginObject().key("code").text(zone.code());
            out.key("hsPrefixes").texts(zone.hsPrefixes());
            out.key("level").text(zone.level().name());
            out.key("measures").beginArray();
            for (Zone.Measure measure : zone.measures()) {
                out.beginObject().key("hsPrefixes").texts(measure.hsPrefixes());
                out.key("measure").text(measure.measure());
                out.key("onRoll").flag(measure.onRoll()).endObject();
            }
            out.endArray().key("status").text(zone.status().name()).endObject();
        }
        out.endArray();
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
