package org.qualityzones.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldWriteTheDefaultsOfTheVocabulary() {
        assertThat(new String(Facts.DEFAULT.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"campaign\":{\"id\":null,\"share\":null},"
                        + "\"catalogue\":{\"categories\":[],\"conditions\":[],\"version\":null},"
                        + "\"consignor\":{\"creditLevel\":\"UNRATED\",\"known\":true,\"status\":\"ACTIVE\",\"suspension\":\"NONE\"},"
                        + "\"directRelease\":{\"approved\":false,\"exclusions\":[],\"goodsListed\":false},\"draw\":null,"
                        + "\"exemption\":{\"certificate\":\"NONE\",\"number\":null},"
                        + "\"history\":{\"failedLots12m\":0,\"lotDrawnBefore\":false,\"lots12m\":0,\"notifications12m\":0,"
                        + "\"passPerMille12m\":1000,\"returns12m\":0,\"sampling\":\"NORMAL\"},"
                        + "\"line\":{\"certificateRequested\":false,\"date\":null,\"destination\":null,"
                        + "\"directReleaseRequested\":false,\"evidence\":false,\"feeWaived\":false,\"hsCode\":null,\"lotSize\":null,"
                        + "\"psiDestination\":false,\"purpose\":\"GENERAL_TRADE\",\"valueUsdCents\":0},"
                        + "\"producer\":{\"certifications\":[],\"class\":\"UNCLASSIFIED\",\"creditLevel\":\"UNRATED\","
                        + "\"exportUsd12m\":0,\"known\":true,\"limitedRegistration\":\"NONE\",\"openCorrectiveActions\":0,"
                        + "\"overdueCorrectiveActions\":0,\"penalties12m\":0,\"penalties24m\":0,\"status\":\"ACTIVE\","
                        + "\"suspension\":\"NONE\",\"titles\":[]},"
                        + "\"productRisk\":\"HIGHER\",\"stale\":[],\"warnings\":[],\"zones\":[]}");
    }

    @Test
    void shouldReadTheVocabularyOfTheDesign() {
        FactsReader.Reading reading = given("""
                {"line":{"hsCode":"9608100000","destination":"DE","purpose":"GENERAL_TRADE","certificateRequested":false,
                 "directReleaseRequested":false,"evidence":false,"psiDestination":false,"feeWaived":false,"lotSize":50000,
                 "valueUsdCents":1250000,"date":"2026-11-21"},
                 "catalogue":{"conditions":["B"],"categories":["N"],"version":"7"},"productRisk":"HIGH",
                 "producer":{"known":true,"status":"RECTIFYING","suspension":"STATUTORY","class":"CLASS_4","creditLevel":"D",
                 "titles":["DEMONSTRATION"],"limitedRegistration":"REGISTERED","penalties12m":1,"penalties24m":2,
                 "exportUsd12m":3,"certifications":["ISO9001"],"openCorrectiveActions":4,"overdueCorrectiveActions":1},
                 "consignor":{"known":false,"status":"ACTIVE","suspension":"ALL","creditLevel":"AA"},
                 "zones":[{"code":"z","level":"NATIONAL","status":"ACTIVE","hsPrefixes":["8458"],
                 "measures":[{"measure":"WHOLE_ZONE_EXEMPTION","hsPrefixes":["8458"],"onRoll":true}]}],
                 "exemption":{"certificate":"VALID","number":"M-1"},
                 "warnings":[{"id":"w","level":2,"measure":"TIGHTEN"}],
                 "history":{"sampling":"SUSPENDED","lots12m":9,"failedLots12m":1,"passPerMille12m":888,"returns12m":1,
                 "notifications12m":1,"lotDrawnBefore":true},
                 "campaign":{"id":"c","share":300000},
                 "directRelease":{"approved":true,"goodsListed":true,"exclusions":["x"]},
                 "stale":["producer","consignor","zones","warnings"],"draw":"1e0c000000000000"}
                """);
        assertThat(reading.errors()).isEmpty();
        Facts facts = reading.facts();
        assertThat(facts.producer().producerClass()).isEqualTo(Producer.ProducerClass.CLASS_4);
        assertThat(facts.stale()).containsExactly("consignor", "producer", "warnings", "zones");
        assertThat(FactsReader.stored(facts.bytes()).facts()).isEqualTo(facts);
    }

    @Test
    void shouldReplaceGroupByGroup() {
        Facts onRecord = given("""
                        {"line":{"hsCode":"9608100000","destination":"DE","lotSize":50,"date":"2026-11-21"},
                         "producer":{"class":"CLASS_1","creditLevel":"A"},"warnings":[{"id":"w","level":1}]}
                        """).facts();
        Facts given = FactsReader.given(
                        tree("{\"producer\":{\"creditLevel\":\"C\"},\"line\":{\"evidence\":true}}"), onRecord)
                .facts();
        assertThat(given.producer().creditLevel()).isEqualTo(CreditLevel.C);
        assertThat(given.producer().producerClass()).isEqualTo(Producer.ProducerClass.UNCLASSIFIED);
        assertThat(given.warnings()).isEqualTo(onRecord.warnings());
        assertThat(given.line().evidence()).isTrue();
        assertThat(given.line().lotSize()).isNull();
        assertThat(given.line().hsCode()).isEqualTo("9608100000");
        assertThat(given.line().date()).isEqualTo(onRecord.line().date());
    }

    @Test
    void shouldTellAMissingRateFromNoValue() {
        assertThat(given("{\"line\":{\"valueUsdCents\":null}}").facts().line().valueUsdCents())
                .isNull();
        assertThat(given("{\"line\":{}}").facts().line().valueUsdCents()).isZero();
        assertThat(given("{\"line\":{\"lotSize\":0}}").facts().line().lotSize()).isNull();
    }

    @Test
    void shouldGiveDefaultsInsideListsToo() {
        Facts facts = given("{\"zones\":[{\"measures\":[{\"onRoll\":true}]}],\"warnings\":[{\"level\":3}]}")
                .facts();
        assertThat(facts.zones())
                .containsExactly(new Zone(
                        "",
                        Zone.Level.NONE,
                        Zone.Status.ACTIVE,
                        List.of(),
                        List.of(new Zone.Measure("WHOLE_ZONE_EXEMPTION", List.of(), true))));
        assertThat(facts.warnings()).containsExactly(new Warning("", 3, Warning.Measure.TIGHTEN));
    }

    @Test
    void shouldReadAShareAsMillionthsOrAsADecimal() {
        assertThat(given("{\"campaign\":{\"id\":\"c\",\"share\":\"0.30\"}}")
                        .facts()
                        .campaign()
                        .share())
                .isEqualTo(300_000L);
        assertThat(given("{\"campaign\":{\"id\":\"c\",\"share\":300000}}")
                        .facts()
                        .campaign()
                        .share())
                .isEqualTo(300_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|:type",
                "{'lines':{}}|/lines:unknown-field",
                "{'line':[]}|/line:type",
                "{'line':{'hsCode':'960810000'}}|/line/hsCode:text",
                "{'line':{'hsCode':9608100000}}|/line/hsCode:type",
                "{'line':{'destination':'de'}}|/line/destination:text",
                "{'line':{'purpose':'GIFT'}}|/line/purpose:choice",
                "{'line':{'purpose':0}}|/line/purpose:choice",
                "{'line':{'evidence':'true'}}|/line/evidence:type",
                "{'line':{'lotSize':1.0}}|/line/lotSize:type",
                "{'line':{'lotSize':'5'}}|/line/lotSize:type",
                "{'line':{'lotSize':-1}}|/line/lotSize:range",
                "{'line':{'lotSize':1000000000001}}|/line/lotSize:range",
                "{'line':{'valueUsdCents':9007199254740992}}|/line/valueUsdCents:range",
                "{'line':{'valueUsdCents':92233720368547758080}}|/line/valueUsdCents:type",
                "{'line':{'date':'2026-02-30'}}|/line/date:date",
                "{'line':{'a/b~c':1}}|/line/a~1b~0c:unknown-field",
                "{'catalogue':{'conditions':'B'}}|/catalogue/conditions:type",
                "{'catalogue':{'conditions':[1]}}|/catalogue/conditions/0:type",
                "{'productRisk':'LOW'}|/productRisk:choice",
                "{'producer':{'class':'CLASS_5'}}|/producer/class:choice",
                "{'producer':{'producerClass':'CLASS_1'}}|/producer/producerClass:unknown-field",
                "{'zones':[{'code':'z','hsPrefixes':['845']}]}|/zones/0/hsPrefixes/0:text",
                "{'warnings':[{'id':'w'}]}|/warnings/0/level:range",
                "{'warnings':[{'id':'w','level':4}]}|/warnings/0/level:range",
                "{'warnings':[{'id':'w','level':1,'measure':'BURN'}]}|/warnings/0/measure:choice",
                "{'history':{'passPerMille12m':1001}}|/history/passPerMille12m:range",
                "{'campaign':{'id':'c','share':'1.5'}}|/campaign/share:text",
                "{'campaign':{'id':'c','share':0.5}}|/campaign/share:type",
                "{'campaign':{'id':'c','share':1000001}}|/campaign/share:range",
                "{'stale':['history']}|/stale/0:choice",
                "{'draw':'1E0C000000000000'}|/draw:text",
                "{'draw':'1e0c'}|/draw:text",
                "{'exemption':{'number':'a\\u0000b'}}|/exemption/number:text",
                "{'exemption':{'number':'\\ud800'}}|/exemption/number:text"
            })
    void shouldNameWhatIsWrong(String json, String expected) {
        FactsReader.Reading reading = given(json.replace('\'', '"'));
        assertThat(reading.facts()).isNull();
        assertThat(reading.errors().stream()
                        .map(error -> error.pointer() + ":" + error.code())
                        .collect(Collectors.joining(",")))
                .isEqualTo(expected);
    }

    @Test
    void shouldNameEverythingThatIsWrongAtOnce() {
        FactsReader.Reading reading = given("{\"line\":{\"purpose\":\"GIFT\",\"x\":1},\"stale\":[\"a\"],\"y\":2}");
        assertThat(reading.errors())
                .extracting(FactError::pointer)
                .containsExactlyInAnyOrder("/line/purpose", "/line/x", "/stale/0", "/y");
    }

    @Test
    void shouldRefuseStoredBytesThatAreNoFacts() {
        for (String text : List.of("", "{", "{\"line\":{},\"line\":{}}", "{} {}")) {
            FactsReader.Reading reading = FactsReader.stored(text.getBytes(StandardCharsets.UTF_8));
            assertThat(reading.facts()).as(text).isNull();
            assertThat(reading.errors()).as(text).isNotEmpty();
        }
    }

    private static FactsReader.Reading given(String json) {
        return FactsReader.given(tree(json), Facts.DEFAULT);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
