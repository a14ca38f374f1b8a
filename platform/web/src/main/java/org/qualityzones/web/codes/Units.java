package org.qualityzones.web.codes;

import java.util.Set;

/** The units of UN/ECE Recommendation 20 in which goods are counted, weighed and measured. */
final class Units {

    private static final Set<String> COUNTS = Set.of(
            "H87", "C62", "EA", "PR", "NPR", "DZN", "DPC", "DZP", "GRO", "GGR", "SET", "MIL", "CEN", "TPR", "NAR",
            "NMP", "NPL", "ROL", "RO", "SH", "ST", "HEA", "NCL", "P1", "LEF", "BLL", "TP", "BB", "KT");
    private static final Set<String> MASSES = Set.of(
            "KGM", "GRM", "MGM", "TNE", "DTN", "CTM", "LBR", "ONZ", "APZ", "STN", "LTN", "GRN", "CGM", "HGM", "KTN",
            "CWA", "CWI", "KSD", "TSD");
    private static final Set<String> LENGTHS =
            Set.of("MTR", "CMT", "MMT", "DMT", "KMT", "INH", "FOT", "YRD", "SMI", "NMI", "HMT", "4H", "C45");
    private static final Set<String> AREAS =
            Set.of("MTK", "CMK", "MMK", "DMK", "KMK", "INK", "FTK", "YDK", "HAR", "ARE", "ACR", "MIK");
    private static final Set<String> VOLUMES = Set.of(
            "LTR", "MLT", "CLT", "DLT", "HLT", "MTQ", "CMQ", "MMQ", "DMQ", "INQ", "FTQ", "YDQ", "GLL", "GLI", "OZA",
            "OZI", "PT", "PTI", "QT", "QTI", "BFT", "RTO", "4G", "LPA", "ASV");
    private static final Set<String> ENERGIES = Set.of(
            "KWH", "MWH", "GWH", "WHR", "KWT", "WTT", "MAW", "KJO", "JOU", "GV", "MHZ", "HTZ", "VLT", "AMP", "OHM");
    private static final Set<String> RADIATION = Set.of("BQL", "GBQ", "CUR", "MCU", "4N");
    private static final Set<Set<String>> ALL = Set.of(COUNTS, MASSES, LENGTHS, AREAS, VOLUMES, ENERGIES, RADIATION);

    private Units() {}

    static boolean isKnown(String code) {
        return ALL.stream().anyMatch(group -> group.contains(code));
    }
}
