package bench;

/**
 * The counts of the client in one run; times are microseconds since the epoch, as in the simulator's file.
 *
 * @param accepted messages whose report says accepted
 * @param errors requests that were not wholly accepted or got no answer
 * @param begun first byte sent
 * @param ended last report received
 * @param sortedNanos time of each answered request
 */
record BenchLoad(int accepted, int errors, long begun, long ended, long[] sortedNanos) {
    double requestMillis(double quantile) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        return sortedNanos[(int) Math.ceil(quantile * sortedNanos.length) - 1] / 1e6;
    }
}
