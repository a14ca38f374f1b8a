package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | ZH",
                "zh-CN | ZH",
                "ZH-Hans-CN | ZH",
                "en | EN",
                "en-GB, zh | EN",
                "zh;q=0.5, en;q=0.8 | EN",
                "en;q=0.5, zh;q=0.8 | ZH",
                "fr, zh;q=0.1 | ZH",
                "fr | EN",
                "* | EN",
                "zh;q=0 | EN",
                "zh;q=x | EN",
                "zha | EN",
                "'' | EN"
            })
    void shouldPreferWhatTheReaderPrefers(String header, Language expected) {
        assertThat(Language.of(header)).isEqualTo(expected);
    }

    @Test
    void shouldSpeakEnglishToWhoNamesNothing() {
        assertThat(Language.of(null)).isEqualTo(Language.EN);
    }

    @Test
    void shouldSayEverythingInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("messages.gateway", Language.EN.locale());
        ResourceBundle chinese = ResourceBundle.getBundle("messages.gateway", Language.ZH.locale());
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(chinese.getString(key)).as(key).isNotEqualTo(key));
    }
}
