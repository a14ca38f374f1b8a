package org.qualityzones.lint;

import org.qualityzones.ruleset.Title;

/** The kinds of defects. */
public enum LintCode {
    UNREACHABLE_RULE("永远不会命中的规则", "A rule that no input reaches"),
    GAP("决策表存在空缺", "An input for which a table has no answer"),
    OVERLAP("决策表存在重叠", "An input for which a table has two answers"),
    CONTRADICTION("规则相互矛盾", "Rules that contradict each other"),
    MISSING_CITATION("缺少依据", "Nothing is cited"),
    REPEALED_CITATION("引用已废止的依据", "A repealed instrument is cited"),
    EXPIRED_CITATION("引用的依据已过有效期", "An instrument that is not cited as repealed has expired"),
    PARAMETER_OUT_OF_RANGE("参数超出范围", "A parameter out of its range"),
    NOT_SETTLED("未能判定", "The search was given up before it found or ruled out an input");

    private final Title title;

    LintCode(String zh, String en) {
        this.title = new Title(zh, en);
    }

    public Title title() {
        return title;
    }
}
