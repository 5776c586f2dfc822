package bench;

import java.util.Random;

/** A message to send: an international number and 60 to 100 GSM characters, one part. */
record Sms(String number, String text) {
    private static final String TEXT = "Your parcel is on its way. Track it with the code in this message; "
            + "questions? Reply, or call us from 8 to 16.";

    static Sms random(Random random) {
        return new Sms("+3620" + (1_000_000 + random.nextInt(9_000_000)), text(random));
    }

    private static String text(Random random) {
        String code = String.format("%06d ", random.nextInt(1_000_000));
        return code + TEXT.substring(0, 53 + random.nextInt(41));
    }
}
