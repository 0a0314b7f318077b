package com.anycompany.shop.launcher.command;

import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopPlan;
import java.util.Iterator;

/** The names of all parts, which shells complete after a command that takes one. */
final class PartNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return ShopPlan.of(ShopFolder.ofThisCheckout(), Ports.DOCUMENTED).parts().stream()
                .map(Part::name)
                .iterator();
    }
}
