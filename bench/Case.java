package bench;

/**
 * One line of the matrix.
 *
 * @param api what a request speaks
 * @param messages messages per request
 * @param connections connections that are kept busy, one request at a time on each
 * @param latency milliseconds that the SMSC takes to answer
 */
record Case(Api api, int messages, int connections, int latency) {
    @Override
    public String toString() {
        return api + ", " + messages + " per request, " + connections + " connections, SMSC " + latency + " ms";
    }
}
