package org.qualityzones.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void shouldFoldWidthCaseAndPunctuation() {
        assertThat(SearchText.folded("Ｎingbo  Pen-Works（宁波）")).isEqualTo("ningbopenworks宁波");
    }

    @Test
    void shouldKeepFieldsApart() {
        String text = SearchText.of("文具", null, "91");
        assertThat(text).isEqualTo("|文具|91|");
        assertThat(SearchText.grams(text)).containsExactly("文具", "91");
    }

    @Test
    void shouldNameEachGramOnce() {
        assertThat(SearchText.grams("aaaa")).containsExactly("aa");
    }
}
