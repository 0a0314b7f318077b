package com.anycompany.shop.frontend.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.frontend.product.Money;
import com.anycompany.shop.frontend.web.ShopperId;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTests {

    private static final ShopperId SHOPPER = new ShopperId("s-1");
    private static final Money TOTAL = new Money(new BigDecimal("24.90"), "USD");

    @Test
    void whatACheckoutPageSends_comesBackTheSame() {
        Submission first = Submission.withNewKey(SHOPPER, TOTAL);
        assertThat(Submission.parse(first.key().value(), SHOPPER, "24.90")).isEqualTo(first);
    }

    @Test
    void eachCheckoutPage_hasAKeyOfItsOwn() {
        assertThat(Submission.withNewKey(SHOPPER, TOTAL).key())
                .isNotEqualTo(Submission.withNewKey(SHOPPER, TOTAL).key());
    }

    @ParameterizedTest
    @CsvSource({"'',24.90", "a b,24.90", "key,", "key,-1", "key,1e9", "key,24.901", "key,NaN"})
    void anythingElse_isNoSubmission(String key, String total) {
        assertThat(Submission.parse(key, SHOPPER, total == null ? "" : total)).isNull();
    }
}
