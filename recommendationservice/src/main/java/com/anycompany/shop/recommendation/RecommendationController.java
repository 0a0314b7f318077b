package com.anycompany.shop.recommendation;

import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recommendations over HTTP. */
@RestController
@RequestMapping("/api/v1/recommendations")
class RecommendationController {

    private final Recommendations recommendations;

    RecommendationController(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @GetMapping("/{productId}")
    Recommendation recommend(
            @PathVariable ProductId productId, @RequestParam(defaultValue = "4") @Min(1) @Max(12) int limit) {
        CurrentTrace.annotate("product_id", productId.value());
        return recommendations.recommend(productId, limit);
    }
}
