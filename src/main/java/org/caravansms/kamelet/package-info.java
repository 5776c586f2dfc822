/** Steps of the Kamelets, in the gateway and in the jar caravan-kamelets for other runtimes. */
package org.caravansms.kamelet;
