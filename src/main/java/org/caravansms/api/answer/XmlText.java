package org.caravansms.api.answer;

/** What XML 1.0 can carry of a text, section 2.2: other characters become U+FFFD, in the answer only. */
final class XmlText {

    private XmlText() {}

    static String printable(String text) {
        return isUsual(text)
                ? text
                : text.codePoints()
                        .map(c -> isXml(c) ? c : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Nearly every text: a stream of its characters for each took a third of the time that writing an answer takes. */
    private static boolean isUsual(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) <= 0xD7FF) {
            i++;
        }
        return i == text.length();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
