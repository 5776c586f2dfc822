package bench;

import java.util.Random;

/** A message to send: an international number and GSM characters, 60 to 100 where it is one part. */
record Sms(String number, String text) {
    private static final String TEXT = "Your parcel is on its way. Track it with the code in this message; "
            + "questions? Reply, or call us from 8 to 16.";
    private static final int PART = 153;

    static Sms random(Random random, int parts) {
        String number = "+3620" + (1_000_000 + random.nextInt(9_000_000));
        return new Sms(number, parts == 1 ? text(random) : text(random, parts));
    }

    private static String text(Random random) {
        return code(random) + TEXT.substring(0, 53 + random.nextInt(41));
    }

    private static String text(Random random, int parts) {
        String text = code(random) + (TEXT + " ").repeat(2 * parts);
        return text.substring(0, PART * parts - random.nextInt(PART / 2)).strip();
    }

    private static String code(Random random) {
        return String.format("%06d ", random.nextInt(1_000_000));
    }
}
