package org.qualityzones.system.load;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.qualityzones.system.bench.harness.Wire;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Samples;

/**
 * What callers ask for: of five requests one files a declaration, four read.
 *
 * @param gateway base address
 * @param consignor of the declarations
 * @param tokens the access token of a role
 */
public record Mix(URI gateway, String consignor, UnaryOperator<String> tokens) {

    /** A write and its reads. */
    public static final int OF = 5;

    private static final String DECLARATIONS = "/api/v1/declarations";
    private static final List<String> PAGES =
            List.of("/api/v1/zones?limit=10", "/api/v1/enterprises?limit=10", DECLARATIONS + "?limit=10");

    /** One declaration to file, the same bytes as often as it is sent. */
    record Filing(String key, byte[] body) {}

    static Mix of(String gateway, String consignor, Callers callers) {
        return new Mix(URI.create(gateway), consignor, callers::token);
    }

    static boolean isFiling(long number) {
        return number % OF == 0;
    }

    Filing filing() {
        return new Filing(Client.newKey(), Json.bytes(Samples.declaration(consignor)));
    }

    byte[] request(Filing filing) {
        return Wire.request(
                gateway,
                "POST",
                DECLARATIONS,
                tokens.apply("BUREAU"),
                "Idempotency-Key: " + filing.key() + "\r\n",
                filing.body());
    }

    /** The n-th request of those who keep no ledger. */
    byte[] request(long number) {
        return isFiling(number) ? request(filing()) : reading(number, null);
    }

    /** A page of zones, of enterprises or of declarations, or one declaration with its decision. @param filed id of one, or null */
    byte[] reading(long number, String filed) {
        int which = (int) (number % OF) - 1;
        String path = which < PAGES.size()
                ? PAGES.get(which)
                : filed == null ? DECLARATIONS + "?limit=10&consignor=" + consignor : DECLARATIONS + "/" + filed;
        return Wire.request(gateway, "GET", path, tokens.apply("AUDITOR"), "", new byte[0]);
    }
}
