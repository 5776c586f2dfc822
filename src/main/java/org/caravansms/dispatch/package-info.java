/** From a queued message to its outcome: rate, what is in flight, the parts still to send. */
package org.caravansms.dispatch;
