package org.qualityzones.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.facts.Facts;

class ExpressionCompilerTest {

    private final ExpressionCompiler compiler = new ExpressionCompiler(Map.of("limit", 5L));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "line.colour == 'red' | unknown-field | 1 | 5",
                "lines.hsCode == '' | unknown-name | 1 | 1",
                "producer.class == 'CLASS_5' | unknown-value | 1 | 19",
                "producer.class in ['CLASS_1', 'CLASS5'] | unknown-value | 1 | 31",
                "'BANN' == decision.outcome | unknown-value | 1 | 1",
                "warnings.exists(w, w.measure == 'BANN') | unknown-value | 1 | 33",
                "'history' in stale | unknown-value | 1 | 1",
                "line.lotSize == 'many' | type | 1 | 14",
                "line.hsCode && true | type | 1 | 13",
                "line.hsCode | type | 1 | 5",
                "zones == zones | type | 1 | 1",
                "line == line | type | 1 | 1",
                "1.5 > 1.0 | unsupported | 1 | 1",
                "{'a': 1} == {'a': 1} | type | 1 | 1",
                "line.evidence && | syntax | 1 | 17",
                "zones[0].code == 'z' | unknown-name | 1 | 6",
                "line.hsCode.matches('9.*') | unknown-name | 1 | 20",
                "1 / 0 == 1 | unknown-name | 1 | 3",
                "draw == '' | unknown-name | 1 | 1",
                "param.other > 1 | unknown-field | 1 | 6",
                "has(line.hsCode) | unknown-name | 1 | 4",
                "zones.map(z, z.code) == [] | unknown-name | 1 | 10",
            })
    void shouldRefuseWithCodeAndPosition(String source, String code, int line, int column) {
        InvalidExpression refused =
                catchThrowableOfType(InvalidExpression.class, () -> compiler.compile(source, Expression.Type.BOOL));
        assertThat(refused).as(source).isNotNull();
        assertThat(refused.problems().getFirst())
                .extracting(
                        InvalidExpression.Problem::code,
                        InvalidExpression.Problem::line,
                        InvalidExpression.Problem::column)
                .containsExactly(code, line, column);
    }

    @Test
    void shouldNameTheLineOfAProblem() {
        InvalidExpression refused = catchThrowableOfType(
                InvalidExpression.class, () -> compiler.compile("line.evidence &&\n  line.colour == ''", null));
        assertThat(refused.problems().getFirst().line()).isEqualTo(2);
        assertThat(refused.problems().getFirst().column()).isEqualTo(7);
    }

    @Test
    void shouldRefuseWhatIsTooLongTooDeepOrTooLarge() {
        refuses("too-long", "line.hsCode == '" + "9".repeat(2_000) + "'");
        refuses("too-deep", "(".repeat(60) + "true" + ")".repeat(60));
        refuses("too-deep", "!".repeat(3) + "(".repeat(40) + "true" + ")".repeat(40));
        refuses("too-large", "true" + " || true".repeat(201));
        refuses(
                "too-deep",
                "zones.all(a, zones.all(b, zones.all(c, zones.all(d, a.code == b.code || c.code == d.code))))");
    }

    @Test
    void shouldReadParametersAndDefinitions() throws InvalidExpression {
        compiler.define("big", "line.lotSize > param.limit");
        Expression expression = compiler.compile("big && !line.evidence", Expression.Type.BOOL);
        Frame frame = new Frame(Facts.DEFAULT, compiler.definitions());
        Looked looked = frame.look("rule", expression);
        assertThat(looked.failed()).as("a missing lot size is not compared").isTrue();
        assertThat(looked.matched()).isFalse();
        assertThat(looked.inputs()).containsOnlyKeys("big", "line.evidence");
        assertThat(frame.looked().getFirst().absent()).containsExactly("line.lotSize");
    }

    @Test
    void shouldReadOnlyWhatIsReallyRead() throws InvalidExpression {
        Expression expression =
                compiler.compile("line.evidence && zones.exists(z, z.code == 'z')", Expression.Type.BOOL);
        Frame frame = new Frame(Facts.DEFAULT, compiler.definitions());
        assertThat(frame.look("rule", expression).inputs()).containsOnlyKeys("line.evidence");
        assertThat(frame.touched("zones")).isFalse();
    }

    @Test
    void shouldCountAskingWhetherAGroupIsStaleAsReadingIt() throws InvalidExpression {
        Expression expression = compiler.compile("'zones' in stale", Expression.Type.BOOL);
        Frame frame = new Frame(Facts.DEFAULT, compiler.definitions());
        frame.look("rule", expression);
        assertThat(frame.touched("zones")).isTrue();
        assertThat(frame.touched("warnings")).isFalse();
    }

    @Test
    void shouldKnowAllValuesOfALimitedText() throws InvalidExpression {
        assertThat(compiler.compile("line.evidence ? 'A' : productRisk", null).domain())
                .containsExactly("A", "GENERAL", "HIGH", "HIGHER");
        assertThat(compiler.compile("line.evidence ? 'A' : line.hsCode", null).domain())
                .isEmpty();
    }

    private void refuses(String code, String source) {
        InvalidExpression refused =
                catchThrowableOfType(InvalidExpression.class, () -> compiler.compile(source, Expression.Type.BOOL));
        assertThat(refused).as(source).isNotNull();
        assertThat(refused.problems().getFirst().code())
                .as(refused.getMessage())
                .isEqualTo(code);
    }
}
