package org.qualityzones.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.enterprise.Scene;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("enterprise")
class ProductResourceTest {
    private static final String PRODUCTS = Scene.path(NINGHAI) + "/products";

    private final String own = Scene.enterprise(NINGHAI);

    @BeforeEach
    void register() {
        Database.truncate();
        Scene.registerNinghai();
    }

    @Test
    void shouldKeepAProductUntilItIsTakenOff() {
        String path = Api.post(own, PRODUCTS, pen("Deli"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("brand", equalTo("Deli"))
                .extract()
                .header("Location");
        Api.get(own, path).statusCode(200).body("hsCode", equalTo("9608100000"));
        Api.put(own, path, 1, pen("Deli Pro")).statusCode(200).header("ETag", "\"2\"");
        Api.put(own, path, 1, pen("Deli Max")).statusCode(412);
        Api.as(own).header("If-Match", "\"2\"").delete(path).then().statusCode(204);
        Api.get(own, path).statusCode(404);
        assertThat(Scene.version(NINGHAI)).isEqualTo(4);
    }

    @Test
    void shouldListNewestFirstInPages() {
        for (String brand : new String[] {"A", "B", "C"}) {
            Api.post(own, PRODUCTS, pen(brand)).statusCode(201);
        }
        String next = Api.get(own, PRODUCTS + "?limit=2")
                .body("items.brand", contains("C", "B"))
                .extract()
                .path("nextCursor");
        Api.get(own, PRODUCTS + "?limit=2&cursor=" + next)
                .body("items.brand", contains("A"))
                .body("nextCursor", nullValue());
    }

    @Test
    void shouldHintAtALostZeroOfTheHeading() {
        Api.post(own, PRODUCTS, Map.of("hsCode", "960810000", "name", Map.of("en", "pens")))
                .statusCode(400)
                .body("errors.pointer", hasItem("/hsCode"));
    }

    private static Map<String, Object> pen(String brand) {
        return Map.of(
                "hsCode", "9608100000",
                "name", Map.of("zh", "圆珠笔", "en", "ball point pens"),
                "brand", brand,
                "model", "S01",
                "standard", "QB/T 2625");
    }
}
