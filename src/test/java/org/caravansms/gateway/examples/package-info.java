/** The examples of {@code routes/examples}, each run as it ships in one gateway. */
package org.caravansms.gateway.examples;
