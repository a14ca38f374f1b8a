package org.qualityzones.system.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** Bodies that the API accepts, to be sent as they are or spoilt in one place. */
public final class Samples {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final AtomicLong LOTS = new AtomicLong();

    private Samples() {}

    public static ObjectNode enterprise(String uscc) {
        return Json.object("""
                {'uscc': '%s', 'name': {'zh': '示例企业', 'en': 'Sample Works (fictitious)'},
                 'areaCode': '330226', 'address': 'Sample Road 1'}""".formatted(uscc));
    }

    public static ObjectNode zone(String code) {
        return Json.object("""
                {'code': '%s', 'name': {'en': 'Sample zone'}, 'areaCode': '330226', 'industry': {'en': 'Stationery'},
                 'hsPrefixes': ['9608']}""".formatted(code));
    }

    /** Ball point pens of the consignor's own make, one line, a lot of its own. */
    public static ObjectNode declaration(String consignor) {
        ObjectNode declaration =
                Json.object("""
                {'consignor': '%s', 'destination': 'DE', 'purpose': 'GENERAL_TRADE', 'certificateRequested': true,
                 'shipmentDate': '%s', 'lines': []}""".formatted(consignor, LocalDate.now(SHANGHAI).plusDays(10)));
        declaration.withArray("lines").add(line(1));
        return declaration;
    }

    public static ObjectNode line(int lineNo) {
        return Json.object("""
                {'lineNo': %d, 'hsCode': '9608100000', 'product': 'ball point pens',
                 'quantity': {'value': '50000', 'unit': 'H87'}, 'value': {'amount': '12500.00', 'currency': 'USD'},
                 'lotNo': 'S-%d'}""".formatted(lineNo, LOTS.incrementAndGet()));
    }

    /** Decisions about one enterprise, as webhooks to the target. */
    public static ObjectNode subscription(String target, String uscc) {
        return Json.object("""
                {'channel': 'WEBHOOK', 'target': '%s',
                 'filter': {'types': ['org.qualityzones.declaration.decided.v1'], 'uscc': ['%s']}}""".formatted(target, uscc));
    }
}
