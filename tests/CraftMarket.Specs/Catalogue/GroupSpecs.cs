using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using CraftMarket.Specs.Ordering;
using Wolverine.Marten;
using static CraftMarket.Specs.Catalogue.AGroup;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>Founding a group, coming into it and going.</summary>
public sealed class GroupSpecs
{
    private static readonly FoundGroup Found = new(PembanAji, Sahnun, "Penenun Pemban Aji");
    private static readonly FoundingFacts Nothing = new(null, SahnunAnyam, null, new Dictionary<string, GroupId>());

    [Fact]
    public void who_founds_a_group_is_its_first_member_and_leads_it_in_her_own_village()
    {
        var (answer, ops, _) = FoundGroupHandler.Handle(Found, Nothing);
        Assert.Equal(new GroupWritten(PembanAji, "penenun-pemban-aji"), answer);
        Assert.Equal([new GroupFounded(Sahnun, "Penenun Pemban Aji", Regions.Semoyang),
            new GroupAddressGiven("penenun-pemban-aji"), new GroupBrandShown(PembanAji, 0, "Penenun Pemban Aji", null, null)],
            Assert.Single(ops.OfType<IStartStream>()).Events);
        Assert.Equal((Sahnun, Regions.Semoyang), (Founded.Leader!.Value, Founded.Village));
    }

    [Fact]
    public void founding_it_twice_founds_it_once()
    {
        var (answer, ops, told) = FoundGroupHandler.Handle(Found, Nothing with { Existing = Founded });
        Assert.Equal(new GroupWritten(PembanAji, "penenun-pemban-aji"), answer);
        Assert.Empty(ops);
        Assert.Empty(told);
        Assert.Null(FoundGroupHandler.Validate(Found,
            Nothing with { Existing = Founded, Membership = new(Sahnun.Value, PembanAji) }));
    }

    [Fact]
    public void two_groups_of_one_name_have_two_addresses() =>
        Assert.Equal("penenun-pemban-aji-semoyang", ((GroupWritten)FoundGroupHandler.Handle(Found,
        Nothing with { Taken = new Dictionary<string, GroupId> { ["penenun-pemban-aji"] = new(Guid.NewGuid()) } }).Item1).Slug);

    [Fact]
    public void nobody_is_in_two_groups_and_a_name_has_letters()
    {
        Assert.Equal("already_in_group",
            FoundGroupHandler.Validate(Found, Nothing with { Membership = new(Sahnun.Value, new(Guid.NewGuid())) })?.Code);
        Assert.Equal("name_length", FoundGroupHandler.Validate(Found with { Name = "P" }, Nothing)?.Code);
    }

    [Fact]
    public void an_invitation_makes_nobody_a_member()
    {
        var (group, events) = Invite(Founded, RajabBingkai);
        Assert.Equal([new GroupMemberInvited(Rajab)], events);
        Assert.False(group.Apply(new GroupMemberInvited(Rajab)).Has(Rajab));
        Assert.Empty(Invite(group.Apply(new GroupMemberInvited(Rajab)), RajabBingkai).Events);
    }

    [Fact]
    public void only_the_leader_invites_and_only_makers_of_the_village()
    {
        Assert.Equal("not_the_leader",
            InviteToGroupHandler.Validate(new(PembanAji, Rajab, "nurhayati"), new(Stream(WithRajab), RajabBingkai))?.Code);
        Assert.Equal("other_village", InviteToGroupHandler.Validate(new(PembanAji, Sahnun, "rajab"),
            new(Stream(Founded), RajabBingkai with { Village = RegionCode.Parse("52.02.06.2001") }))?.Code);
        Assert.Equal("unknown_shop",
            InviteToGroupHandler.Validate(new(PembanAji, Sahnun, "tidak-ada"), new(Stream(Founded), null))?.Code);
        Assert.Equal(RefusalKind.Missing,
            InviteToGroupHandler.Validate(new(PembanAji, Nurhayati, "rajab"), new(Stream(Founded), RajabBingkai))?.Kind);
    }

    [Theory]
    [InlineData(false, false, "not_invited")]
    [InlineData(true, false, null)]
    [InlineData(false, true, null)]
    public void an_artisan_joins_by_invitation_or_by_code(bool invited, bool byCode, string? refused)
    {
        var group = invited ? Founded.Apply(new GroupMemberInvited(Rajab)) : Founded;
        Assert.Equal(refused,
            JoinGroupHandler.Validate(new(Rajab, PembanAji, byCode ? "AB12CD34" : null),
            new(Stream(group), RajabBingkai, null, byCode))?.Code);
    }

    [Fact]
    public void joining_is_her_own_act_and_happens_once()
    {
        var stream = new Written<MakerGroup>(Founded.Apply(new GroupMemberInvited(Rajab)));
        Appending.Do(JoinGroupHandler.Handle(new(Rajab, PembanAji, null), new(stream, RajabBingkai, null, false)).Item2);
        Assert.Equal([new GroupMemberJoined(Rajab)], stream.Appended);
        Assert.Equal([Sahnun, Rajab], WithRajab.Members);
        Assert.Empty(JoinGroupHandler.Handle(new(Rajab, PembanAji, null), new(Stream(WithRajab), RajabBingkai, null, false))
            .Item2);
        Assert.Empty(Founded.Apply(new GroupMemberInvited(Rajab)).Apply(new GroupMemberJoined(Rajab)).Invited);
    }

    [Fact]
    public void nobody_joins_from_another_village_from_another_group_or_with_a_wrong_code()
    {
        Assert.Equal("other_village", Join(RajabBingkai with { Village = RegionCode.Parse("52.02.06.2001") }, null)?.Code);
        Assert.Equal("already_in_group", Join(RajabBingkai, new(Rajab.Value, new(Guid.NewGuid())))?.Code);
        Assert.Equal("unknown_code",
            JoinGroupHandler.Validate(new(Rajab, null, "SALAH"), new(null, RajabBingkai, null, false))?.Code);
        Assert.Equal("unknown_code",
            JoinGroupHandler.Validate(new(Rajab, null, "AB12CD34"),
            new(Stream(Founded.Apply(new GroupMemberLeft(Sahnun))), RajabBingkai, null, true))?.Code);

        static Refusal? Join(Maker maker, GroupMembership? membership) =>
            JoinGroupHandler.Validate(new(Rajab, null, "AB12CD34"), new(Stream(Founded), maker, membership, true));
    }

    [Fact]
    public void a_code_is_read_as_people_type_it()
    {
        Assert.Equal("AB12CD34", GroupCode.Read(" ab12-cd34 "));
        var code = GroupCode.New();
        Assert.Equal(code, GroupCode.Read(code.ToLowerInvariant()));
        Assert.Equal(8, code.Length);
    }

    [Fact]
    public void a_leaders_members_may_be_taken_out_and_a_member_takes_out_nobody()
    {
        Assert.Null(RemoveMemberHandler.Validate(new(PembanAji, Sahnun, Rajab), new(Stream(WithRajab), [], null)));
        Assert.Equal("not_the_leader",
            RemoveMemberHandler.Validate(new(PembanAji, Rajab, Sahnun), new(Stream(WithRajab), [], null))?.Code);
        Assert.Equal("not_the_leader", RenewGroupCodeHandler.Validate(new(PembanAji, Rajab, "X"), WithRajab)?.Code);
        Assert.Equal("not_the_leader",
            ChangeGroupBrandHandler.Validate(new(PembanAji, new(Rajab, "Penenun", "", "#5b2a1f", null)),
            new(Stream(WithRajab), null, new Dictionary<string, GroupId>()))?.Code);
    }

    [Fact]
    public void when_the_founder_leaves_the_longest_member_leads_and_the_last_one_ends_it()
    {
        var left = WithRajab.Apply(new GroupMemberJoined(Nurhayati)).Apply(new GroupMemberLeft(Sahnun));
        Assert.Equal(Rajab, left.Leader);
        Assert.False(left.Ended);
        Assert.True(left.Apply(new GroupMemberRemoved(Nurhayati)).Apply(new GroupMemberLeft(Rajab)).Ended);
    }

    [Fact]
    public void what_a_member_has_under_the_brand_goes_with_her_at_once()
    {
        var (group, product) =
            (new Written<MakerGroup>(WithRajab),
            new Written<Product>(OnSale.Apply(new ProductPutUnderGroup(PembanAji, "Penenun Pemban Aji", "penenun-pemban-aji"))));
        var (_, ops, told) = LeaveGroupHandler.Handle(new(PembanAji, Sahnun), new(group, [product], null));
        Appending.Do(ops);
        Assert.Equal([new GroupMemberLeft(Sahnun)], group.Appended);
        Assert.Equal(new ProductTakenFromGroup(), product.Appended[0]);
        Assert.Null(Assert.IsType<ProductOffered>(Assert.Single(product.Appended.Skip(1))).GroupId);
        Assert.Contains(new DrawShareCard(Id), told);
        Assert.Contains(new DrawGroup(PembanAji), told);
        Assert.Empty(LeaveGroupHandler.Handle(new(PembanAji, Nurhayati), new(Stream(WithRajab), [], null)).Item2);
    }

    [Fact]
    public void whoever_leaves_last_takes_the_groups_pictures_with_her()
    {
        var drawn = new ShopPictures(PembanAji.Value, "/media/1.jpg", "/media/2.jpg", "/media/3.jpg", null, null,
            ["/media/0.jpg"]);
        var (_, ops, told) = LeaveGroupHandler.Handle(new(PembanAji, Sahnun), new(Stream(Founded), [], drawn));
        Assert.Equal(drawn.Addresses, Assert.IsType<DropPictures>(Assert.Single(told)).Addresses);
        Assert.Single(ops.OfType<DeleteDocWhere<ShopPictures>>());
        (_, ops, told) = LeaveGroupHandler.Handle(new(PembanAji, Rajab), new(Stream(WithRajab), [], drawn));
        Assert.Equal([new DrawGroup(PembanAji)], told);
        Assert.Empty(ops.OfType<DeleteDocWhere<ShopPictures>>());
    }

    private static Written<MakerGroup> Stream(MakerGroup group) => new(group);

    private static (MakerGroup Group, List<object> Events) Invite(MakerGroup group, Maker invited)
    {
        var stream = Stream(group);
        Appending.Do([InviteToGroupHandler.Handle(new(PembanAji, Sahnun, "rajab-bingkai"), new(stream, invited)).Item2]);
        return (group, stream.Appended);
    }
}
